"""Who has received what about a student: the page, the question about a call, the paper; cases kept long."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.disclosure.note_told import note_told
from app.actions.students.save_enrolment import bin_enrolment, save_enrolment
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.models.student import Student
from app.ui.destination import Destination
from app.ui.dialogs.note_told import ToldEditor
from app.ui.main_window import MainWindow
from app.ui.pages.bin import BinPage
from app.ui.pages.received import ReceivedPage
from app.ui.pages.received_paper import ReceivedPaperPage
from app.ui.student_sheet.handed_out import HandedOut
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def student(workspace: Workspace) -> Student:
    """Inês, about whom the class teacher was told something."""
    one = builders.kept_student(workspace.notebook)
    note_told(
        workspace.notebook, student_id=one.id, case_id=None, means="phone", recipient="Mme Kieffer",
        said="Elle reprend lundi.", ground="AGREEMENT", circle="teachers", language="fr",
        on=date(2026, 11, 3), today=workspace.today,
    )  # fmt: skip
    return one


def test_the_student_s_page_leads_to_it(window: MainWindow, student: Student) -> None:
    """How often, and one press to the lines themselves: who, what, on what ground."""
    window.go(Destination("students", record_id=student.id))
    block = window.page().findChild(HandedOut)
    block.findChild(Button, "received:list").click()
    page = window.page()
    assert isinstance(page, ReceivedPage)
    (entry,) = page._model.rows()
    assert entry.title == "Told by phone"
    for words in ("Mme Kieffer", "Elle reprend lundi.", "agreement of the person"):
        assert words in entry.line
    assert "teachers" in entry.facts
    page.print_wanted()
    assert isinstance(window.page(), ReceivedPaperPage)


def test_the_question_asks_for_everything(workspace: Workspace, window: MainWindow, student: Student) -> None:
    """Whom, what, on what ground, on a day that has been; a stranger has to be looked at."""
    editor = ToldEditor(workspace, window, student, None)
    asked = [editor.problem()]
    editor._receiver.setText("Mme Inconnue")
    asked.append(editor.problem())
    editor._said.setPlainText("Le rendez-vous de jeudi.")
    asked.append(editor.problem())
    editor._ground.choose("AGREEMENT")
    asked.append(editor.problem())
    assert [one and one[1] for one in asked] == [
        editor._receiver, editor._said, editor._ground, editor._guard.looked,
    ]  # fmt: skip
    editor._guard.looked.setChecked(True)
    assert editor.problem() is None
    editor._day.set_value(date(2100, 1, 1))
    assert editor.problem() is not None
    editor._day.set_value(workspace.today)
    editor._receiver.setText("Les parents")
    assert editor.problem() is None
    left = editor.left_open()
    assert left is not None
    assert left["about"] == {"record": {"student_id": student.id, "case_id": None}}
    assert editor.save()
    line = workspace.notebook.disclosures.list()[0]
    assert (line.recipient, line.circle, line.means) == ("Les parents", "parents", "phone")


def test_the_paper_leaves_with_a_line_of_its_own(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, student: Student, tmp_path: Path
) -> None:
    """Proposed to the student, whose right it is; saved, it is the newest line."""
    window.go(Destination("received_paper", record_id=student.id))
    page = window.page()
    assert isinstance(page, ReceivedPaperPage)
    qtbot.waitUntil(page.save.isEnabled)
    assert page.fields.receiver == "Inês Da Costa"
    page.save_to(tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    newest = workspace.notebook.disclosures.list()[0]
    assert (newest.recipient, newest.circle, newest.ground) == ("Inês Da Costa", "student", "OWN_DATA")
    page.fields.show_line(receiver="Cabinet Inconnu", ground="AGREEMENT")
    assert not page.save.isEnabled()


def test_nothing_of_the_one_before_stays(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, student: Student
) -> None:
    """A student who is not there: said on the window, and neither page shows or gives out the former one."""
    for screen in ("received", "received_paper"):
        window.go(Destination(screen, record_id=student.id))
        window.go(Destination(screen, record_id="0" * 32))
        page = window.page()
        shown = [label.text() for label in page.findChildren(Label) if label.isVisible()]
        assert not any(student.name in words for words in shown)
        page.print_wanted()
    assert len(workspace.notebook.disclosures.list()) == 1


def test_cases_whose_time_is_over_stand_under_the_bin(window: MainWindow, workspace: Workspace) -> None:
    """A line each with the way to erase it; nothing is erased by looking."""
    student = builders.kept_student(workspace.notebook)
    case = builders.case(
        student.id, "2020-0001", state="closed", opened=date(2020, 1, 9), closed=date(2020, 6, 30)
    )
    with workspace.notebook.change():
        workspace.notebook.cases.save(case)
    window.go(Destination("bin"))
    page = window.page()
    assert isinstance(page, BinPage)
    (line,) = [one for one in page.findChildren(DayLine) if "2020-0001" in one.accessibleName()]
    assert "Da Costa, Inês" in line.accessibleName()
    (erase,) = [one for one in page.findChildren(Button) if one.accessibleDescription() == "2020-0001"]
    erase.click()
    assert (window.here.screen, window.here.record_id) == ("erase", case.id)
    assert workspace.notebook.cases.find(case.id) is not None


def test_a_school_year_put_back_says_where_the_student_is(window: MainWindow, workspace: Workspace) -> None:
    """From the page of the bin as from the student's: the class is right at once."""
    notebook, today = workspace.notebook, workspace.today
    student = builders.kept_student(notebook)
    year = Enrolment(student_id=student.id, school_year=school_year(today), class_name="4G9", since=today)
    save_enrolment(notebook, enrolment=year, today=today)
    bin_enrolment(notebook, library=workspace.library, enrolment_id=year.id, today=today)
    with notebook.change():
        notebook.students.save(builders.student(id=student.id))
    window.go(Destination("bin"))
    page = window.page()
    assert isinstance(page, BinPage)
    page._lines[0].click()
    assert notebook.students.get(student.id).class_name == "4G9"
    bin_record(notebook, library=workspace.library, kind="student", record_id=student.id)
