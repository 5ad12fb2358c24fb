"""What the settings page asks of every part."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class Section(QObject):
    """Puts its rows on the page's sheet; they are gone when another part comes up."""

    saved = Signal()
    refill_wanted = Signal(str)  # the field the cursor goes to

    key: ClassVar[str]
    tab: ClassVar[str]
    lead: ClassVar[str] = ""

    def __init__(self, workspace: Workspace, sheet: Sheet, page: QWidget) -> None:
        super().__init__(page)
        self.workspace, self.sheet, self.page = workspace, sheet, page
        self.up = False  # its widgets are on the sheet
        self.field = ""  # where the cursor goes when this part is found again

    def fill(self) -> None:
        """Put the rows on the sheet."""

    def focus_first(self, field: str) -> QWidget | None:
        """Where the cursor goes: on the field of that name, or on the first one."""
        return None

    def show_changes(self, changes: Changes) -> None:
        """Something changed somewhere while this part is up."""

    def leave(self) -> bool:
        """The part goes away: write what was typed; False when the disk refuses."""
        return True
