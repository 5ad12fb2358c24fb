"""One key away: whom to call, in which order, and the report about whoever lay open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions.unit_changes.add_entry import add_entry
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.emergency import EmergencyPage
from app.ui.pages.sheet import SheetPage
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """The open notebook."""
    shown = MainWindow(workspace)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.leave_everything()


def said(window: MainWindow) -> list[str]:
    """Every sentence on the page."""
    page = window.page()
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_one_key_from_a_sheet_being_written(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    """The numbers of this country, the steps in order; nothing typed is lost; the report knows who."""
    student = builders.kept_student(workspace.notebook)
    window.go(Destination("sheet", form="f1-interview", student_id=student.id))
    QTest.keyClick(window, Qt.Key.Key_F9)
    page = window.page()
    assert isinstance(page, EmergencyPage)
    words = said(window)
    assert "113 – police" in words
    assert "17 – police" not in words, "another country’s number"
    assert words.index("The child is safe and not alone.") < words.index(
        "Note each call and each sending with its time, on the sheet."
    )
    assert "The report will be about Inês Da Costa." in words
    page.report.click()
    sheet = window.page()
    assert isinstance(sheet, SheetPage)
    assert (window.here.form, window.here.student_id) == ("f6-report", student.id)
    assert any("113 – police" in words for words in said(window)), "and stand on the report’s sheet too"


def test_the_unit_adds_its_own_number(window: MainWindow, workspace: Workspace) -> None:
    """The prosecutor on duty, added to the list, stands there at once and on the report."""
    changes = add_entry(
        workspace.notebook, library=workspace.library, list_key="emergency-numbers",
        label={"en": "47 59 81 – prosecutor on duty"}, sensitive=False,
    )  # fmt: skip
    workspace.tell(changes)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert "47 59 81 – prosecutor on duty" in said(window)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert isinstance(window.page(), EmergencyPage), "pressed twice in a hurry"
    window.go_back()
    assert window.here.screen == "today"
