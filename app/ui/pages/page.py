"""What the window asks of every page."""

from concurrent.futures import Future
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.ui.destination import Destination, Place
from app.ui.theme.tokens import Token
from app.ui.workspace import Workspace


class Page(QWidget):
    """One screen. `place` is its tab on the rail, `neighbour` the paper next to that tab."""

    place: Place = "today"
    neighbour: ClassVar[Token] = "paper"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def open(self, destination: Destination) -> None:
        """Show what the destination names; called each time the page comes up."""

    def here_again(self, opened_with: Destination) -> Destination:
        """Where this very content is found again, e.g. a sheet that was new has an identifier now."""
        return opened_with

    def leave(self) -> bool:
        """The page goes away or the notebook closes: finish what lies open, keep what cannot be finished.

        False only when neither could be written: the text then stays in front of the person.
        """
        return True

    def keep(self) -> "Future[Any] | None":
        """The notebook is locked: put on disk what was typed, finish nothing; the writing to wait for."""
        return None

    def written_on(self) -> list[QWidget]:
        """Whose fields come back as they are with this page after the lock, where `keep` keeps nothing."""
        return []

    def show_changes(self, changes: Changes) -> None:
        """Something changed somewhere; called only while the page is up."""

    def focus_first(self) -> None:
        """Put the cursor where one types or chooses."""
        self.setFocus()

    def print_wanted(self) -> None:
        """Ctrl+P: show what lies open as paper."""

    def notes_subject(self) -> tuple[str, str | None] | None:
        """Beside what a personal note is written: (subject id, student id), or None."""
        return None
