"""The box that writes a sealed file as text, for mail that lets no other through."""

from app.ui.widgets.check_row import CheckRow
from app.ui.workspace import Workspace

_KEY = "as_text"  # a preference: whoever needs it once needs it every time, for receipts too


def as_text(workspace: Workspace) -> bool:
    """Whether files leave as text here."""
    return bool(workspace.notebook.preferences.get(_KEY, False))


class AsTextRow(CheckRow):
    """What was chosen last is chosen; it is sealed all the same."""

    def __init__(self, workspace: Workspace) -> None:
        text = workspace.text
        super().__init__(
            workspace.theme,
            text("Write it as text, for mail"),
            detail=text("Only if the mail refuses the file: one third larger, sealed all the same."),
            checked=as_text(workspace),
        )
        self.toggled.connect(lambda ticked: workspace.notebook.preferences.set(_KEY, ticked))
