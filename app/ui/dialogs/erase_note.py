"""Whether a personal note is erased for good."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def erase_note(workspace: Workspace, parent: QWidget) -> bool:
    """Ask; True to erase."""
    text = workspace.text
    dialog = Dialog(
        workspace.theme,
        title=text("Erase this note?"),
        text=text("Its earlier wordings go too. Nobody can find them again."),
        answers=[("erase", text("Erase the note"), "danger"), ("keep", text("Keep"), "outlined")],
        parent=parent.window(),
    )
    return dialog.ask() == "erase"
