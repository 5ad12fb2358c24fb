"""The search: what it says of how much it found."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.storage.notebook import Notebook
from app.ui.search.search_palette import SearchPalette
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


def test_more_than_is_shown_is_said(workspace: Workspace, notebook: Notebook, qtbot: QtBot) -> None:
    """What does not fit is not counted away: a search that found more than it shows says so."""
    for n in range(8):
        builders.kept_student(notebook, family_name=f"Weber{n}")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    palette = SearchPalette(workspace, parent=window)
    window.show()

    def said() -> list[str]:
        return [label.text() for label in palette.findChildren(Label)]

    palette.come_up("weber")
    qtbot.waitUntil(lambda: "more than 6 results" in said())
    palette.come_up("weber3")
    qtbot.waitUntil(lambda: "1 result" in said())
    palette.stop()
