"""Whether the imported file is deleted: names would lie in the downloads otherwise."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.actions.import_roster import ImportedRoster
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def delete_list(workspace: Workspace, parent: QWidget, *, path: Path, written: ImportedRoster) -> bool:
    """Say what was written and ask; True to delete the file."""
    locale = workspace.locale
    said = [
        locale.plural("{n} student added", "{n} students added", written.new),
        locale.plural("{n} known", "{n} known", written.known),
    ]
    if written.doubtful:
        said.append(
            locale.plural(
                "{n} undecided line not written", "{n} undecided lines not written", written.doubtful
            )
        )
    dialog = Dialog(
        workspace.theme,
        title=workspace.text("The list is in the notebook"),
        text=f"{', '.join(said)}. "
        + workspace.text("The file {file} still lies on this computer, readable by anybody.", file=path.name),
        answers=[
            ("delete", workspace.text("Delete the file"), "primary"),
            ("keep", workspace.text("Keep the file"), "outlined"),
        ],
        parent=parent.window(),
    )
    return dialog.ask() == "delete"
