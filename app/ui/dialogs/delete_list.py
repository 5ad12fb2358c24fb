"""Whether the imported file is deleted: names would lie in the downloads otherwise."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def delete_list(workspace: Workspace, parent: QWidget, *, path: Path, said: str) -> bool:
    """Say what was written (`said`) and ask; True to delete the file."""
    dialog = Dialog(
        workspace.theme,
        title=workspace.text("The list is in the notebook"),
        text=f"{said} "
        + workspace.text("The file {file} still lies on this computer, readable by anybody.", file=path.name),
        answers=[
            ("delete", workspace.text("Delete the file"), "primary"),
            ("keep", workspace.text("Keep the file"), "outlined"),
        ],
        parent=parent.window(),
    )
    return dialog.ask() == "delete"
