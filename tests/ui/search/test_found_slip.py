"""A slip that came back, typed into the search or on the page of referrals."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.actions.sheets.sheet import Sheet
from app.security.slip_code import slip_code
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.referrals import ReferralsPage
from app.ui.pages.sheet import SheetPage
from app.ui.search.found_slip import slip_rows
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The open notebook, on the page of referrals."""
    window.go(Destination("referrals"))
    return window


@pytest.fixture
def sheet(workspace: Workspace) -> Sheet:
    """A referral of Inês."""
    student = builders.kept_student(workspace.notebook)
    return builders.finished(
        workspace.notebook, workspace.library, form_key="f4-referral", student_id=student.id
    )


def mistyped(code: str) -> str:
    """Another first sign."""
    return ("2" if code[0] != "2" else "3") + code[1:]


def test_the_search_leads_to_the_referral(workspace: Workspace, sheet: Sheet) -> None:
    """However the code is typed, and whatever else the search found."""
    code = slip_code(sheet.record.id)
    for typed in (code, code.lower().replace("-", " ")):
        for alone in (True, False):
            heading, row = slip_rows(workspace, typed, alone=alone)
            assert heading.destination is None
            assert row.title == f"{code} · Inês Da Costa"
            assert row.destination == Destination("sheet", kind="referral", record_id=sheet.record.id)


def test_the_search_says_what_is_wrong_and_lets_names_alone(workspace: Workspace, sheet: Sheet) -> None:
    """A mistyped code and one of another notebook are said; a name of seven letters is a name."""
    said = [row.title for row in slip_rows(workspace, "2K3M-2Q0", alone=True)]
    assert said[1].startswith("This is not the code of a slip")
    (_, other, _) = slip_rows(workspace, "0000-009", alone=True)
    assert "No referral in this notebook has the code 0000-009" in other.title
    assert slip_rows(workspace, "2K3M-2Q0", alone=False) == []
    for name in ("Moreira", "", "Da Costa", "2026-0001"):
        assert slip_rows(workspace, name, alone=True) == []


def test_the_page_of_referrals_opens_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, sheet: Sheet
) -> None:
    """Enter in the field: the referral; a mistyped code stays there, marked, and is said on the window."""
    page = window.page()
    assert isinstance(page, ReferralsPage)
    code = slip_code(sheet.record.id)
    with qtbot.waitSignal(workspace.failed) as failed:
        page.code.setText(mistyped(code))
        qtbot.keyClick(page.code, Qt.Key.Key_Return)
    assert type(failed.args[0]).__name__ == "SlipMistyped"
    assert page.code.selectedText() == mistyped(code)
    page.code.setText(code.lower())
    qtbot.keyClick(page.code, Qt.Key.Key_Return)
    assert isinstance(window.page(), SheetPage)
