"""Sheets of protection stand in lists under the number of their case."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.mark_sent import mark_sent
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.sheet import Sheet
from app.i18n import Locale
from app.models.student import Student
from app.security.slip_code import slip_code
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.pages.referrals import ReferralsPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today import TodayPage
from app.ui.search.found import found_rows
from app.ui.search.found_slip import slip_rows
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.timeline import Timeline
from app.ui.words.bin_words import binned
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def student(workspace: Workspace) -> Student:
    """Inês Da Costa."""
    return builders.kept_student(workspace.notebook)


def written(workspace: Workspace, student: Student, form: str) -> Sheet:
    """One of her sheets, sent long ago."""
    values = {"child_words": "Il a serré.", "reason": "Elle souhaite parler."}
    known = {question.key for question in workspace.library.forms[form].questions}
    sheet = builders.finished(
        workspace.notebook, workspace.library, form_key=form, student_id=student.id,
        values={key: value for key, value in values.items() if key in known},
    )  # fmt: skip
    mark_sent(workspace.notebook, referral_id=sheet.record.id, today=date(2026, 1, 5))
    return sheet


def lines(page: QWidget) -> str:
    """Everything its lines say, to the eye and to a screen reader."""
    return " ".join(line.accessibleName() for line in page.findChildren(DayLine))


@pytest.mark.parametrize("kind", [ReferralsPage, TodayPage])
@pytest.mark.parametrize(("form", "named"), [("f6-report", False), ("f4-referral", True)])
def test_pages_show_the_number(
    qtbot: QtBot, workspace: Workspace, student: Student, kind: type[Page], form: str, named: bool
) -> None:
    """A report has the number of the case and no name; an ordinary referral keeps the name."""
    written(workspace, student, form)
    page = kind(workspace)
    qtbot.addWidget(page)
    page.open(Destination(page.place))
    assert ("Da Costa" in lines(page)) is named
    assert ("Case 2026-" in lines(page)) is not named


def test_two_of_one_evening_are_told_apart(qtbot: QtBot, workspace: Workspace, student: Student) -> None:
    """Same child, same prosecutor, same day: the hour each was begun stands beside the number."""
    for clock in ("19:10", "20:45"):
        begun = datetime.fromisoformat(f"{workspace.today} {clock}").astimezone(UTC).isoformat()
        sheet = new_sheet(
            workspace.notebook, library=workspace.library, form_key="f6-report", locale=Locale("en"),
            student_id=student.id, moment=datetime.now(), framework="fr-ssfe",
        )  # fmt: skip
        sheet = msgspec.structs.replace(sheet, record=msgspec.structs.replace(sheet.record, created_at=begun))
        finish_sheet(
            workspace.notebook, library=workspace.library, sheet=sheet, values=sheet.values,
            today=workspace.today,
        )  # fmt: skip
    page = ReferralsPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("referrals"))
    said = [line.accessibleName() for line in page.findChildren(DayLine)]
    assert sorted("19:10" in one for one in said) == [False, True]
    assert sorted("20:45" in one for one in said) == [False, True]
    assert all("being prepared" in one for one in said), "a report is not proposed to anybody"


@pytest.mark.parametrize(("form", "named"), [("f6-report", False), ("f4-referral", True)])
def test_the_bin_and_the_ledger_show_the_number(
    qtbot: QtBot, workspace: Workspace, student: Student, form: str, named: bool
) -> None:
    """Where one looks for something else, nobody reads over a shoulder whose report it was."""
    notebook, sheet = workspace.notebook, written(workspace, student, form)
    record_disclosure(
        notebook, sheet=sheet, pdf=builders.PDF, means="printed", recipient="Parquet", ground="PROTECTION",
        language="fr",
    )  # fmt: skip
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("settings", kind="ledger"))
    model = page.findChild(Timeline).model()
    said = model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert ("Da Costa" in said) is named
    assert "2026-" in said
    bin_record(notebook, library=workspace.library, kind="referral", record_id=sheet.record.id)
    (line,) = binned(workspace)
    assert ("Da Costa" in line.detail) is named
    assert ("Case 2026-" in line.detail) is not named


def test_what_is_to_be_done_shows_the_number(qtbot: QtBot, workspace: Workspace, student: Student) -> None:
    """A thing to do decided on a report says whose case, not whose name; on a crisis sheet the name."""
    for form, framework in (("f6-report", "fr-ssfe"), ("crisis", "")):
        builders.finished(
            workspace.notebook, workspace.library, form_key=form, student_id=student.id, framework=framework
        )
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("today"))
    said = {row.accessibleName(): row.accessibleDescription() for row in page.findChildren(CheckRow)}
    copy = said.pop("Envoyer la copie au président du conseil départemental")
    assert "Costa" not in copy
    assert "Case 2026-" in copy
    assert len(said) == 4
    assert all("Costa" in detail for detail in said.values())


def test_the_search_shows_the_number(workspace: Workspace, student: Student) -> None:
    """Its words lead to it, and the row says neither them nor whose they are."""
    sheet = written(workspace, student, "f6-report")
    hits = workspace.notebook.search.writings("serré")
    (row,) = [row for row in found_rows(workspace, [], hits, "serré") if row.quoted]
    assert row.destination == Destination("sheet", kind="referral", record_id=sheet.record.id)
    for hurting in ("Costa", "serré"):
        assert hurting not in row.said
    assert "Case 2026-" in row.said
    (_, slip) = slip_rows(workspace, slip_code(sheet.record.id), alone=True)
    assert "Costa" not in slip.title
