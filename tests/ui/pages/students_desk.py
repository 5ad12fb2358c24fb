"""The page of the students on a screen of its own."""

from typing import Any

from PySide6.QtWidgets import QApplication, QLabel

from app.ui.destination import Destination
from app.ui.pages.students import StudentsPage
from app.ui.widgets.painted_button import PaintedButton
from app.ui.workspace import Workspace


class Desk:
    """A page on a screen, following its own wishes the way the window does, and remembering the others."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.page = StudentsPage(workspace)
        self.page.resize(1182, 768)
        self.gone: list[Destination] = []
        self.undo: list[tuple[str, Any]] = []
        workspace.wanted.connect(self._go)
        workspace.changed.connect(self.page.show_changes)
        workspace.undo_offered.connect(lambda done, undo: self.undo.append((done, undo)))
        self.page.show()

    def open(self, student_id: str = "") -> StudentsPage:
        """Come to the page."""
        self.page.open(Destination("students", record_id=student_id))
        QApplication.processEvents()
        return self.page

    def words(self) -> str:
        """Everything written on the sheet."""
        shown = [
            label.text() for label in self.page.sheet.findChildren(QLabel) if label.isVisibleTo(self.page)
        ]
        shown += [
            f"{button.accessibleName()} {button.accessibleDescription()}"
            for button in self.page.sheet.findChildren(PaintedButton)
            if button.isVisibleTo(self.page)
        ]
        return "\n".join(shown)

    def button(self, words: str) -> PaintedButton:
        """The visible button with these words."""
        found = [
            one
            for one in self.page.findChildren(PaintedButton)
            if one.words() == words and one.isVisibleTo(self.page)
        ]
        assert found, words
        return found[0]

    def names(self) -> list[str]:
        """Who stands in the list."""
        return [row.title for row in self.page.list.model.rows()]

    def _go(self, destination: Destination) -> None:
        if destination.screen == "students":
            self.open(destination.record_id)
        else:
            self.gone.append(destination)
