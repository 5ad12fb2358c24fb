"""Whether files that are attachments now are deleted outside: they would lie in the downloads otherwise."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def delete_source_wanted(workspace: Workspace, parent: QWidget, *, names: Sequence[str]) -> bool:
    """Say that they still lie there and ask; True to delete them."""
    text, many = workspace.text, len(names) > 1
    if many:
        said = text("{n} files still lie on this computer, readable by anybody.", n=len(names))
        delete, keep = text("Delete the files"), text("Keep the files")
    else:
        said = text("The file {file} still lies on this computer, readable by anybody.", file=names[0])
        delete, keep = text("Delete the file"), text("Keep the file")
    dialog = Dialog(
        workspace.theme,
        title=text("What you added is in the notebook"),
        text=said,
        answers=[("delete", delete, "primary"), ("keep", keep, "outlined")],
        parent=parent.window(),
    )
    return dialog.ask() == "delete"
