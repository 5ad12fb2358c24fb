"""The people around a student on their page."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_caution import save_caution
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_professional import save_professional
from app.actions.students.save_residents import save_residents
from app.frameworks.library import Library
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def sheet(workspace: Workspace, qtbot: QtBot) -> StudentSheet:
    """A student's page on a screen, which shows what changes."""
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.resize(860, 768)
    sheet.show()
    workspace.changed.connect(lambda _: sheet.file and sheet.show_student(sheet.file.student.id))
    return sheet


def adult(notebook: Notebook, workspace: Workspace) -> Student:
    """Somebody who turned 18 yesterday, with a mother."""
    yesterday = workspace.today - timedelta(days=1)
    born = yesterday.replace(year=yesterday.year - 18, day=min(yesterday.day, 28))
    student = builders.kept_student(notebook, birth_date=born, phone_no_message=False)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    return student


def words(sheet: QWidget) -> str:
    """Everything a reader of the screen is told."""
    said = [one.text() for one in sheet.findChildren(QLabel) if one.isVisibleTo(sheet)]
    said += [one.accessibleName() or one.text() for one in sheet.findChildren(QAbstractButton)
             if one.isVisibleTo(sheet)]  # fmt: skip
    return "\n".join(said)


def button(sheet: QWidget, name: str) -> Any:
    """A button by its object name; None when it is not there."""
    return sheet.findChild(QAbstractButton, name)


def test_guardians_of_an_adult_are_asked_about_until_the_agreement(
    sheet: StudentSheet, notebook: Notebook, workspace: Workspace
) -> None:
    """Noted in the window: from then on the card is no longer marked."""
    student = adult(notebook, workspace)
    sheet.show_student(student.id)
    assert "Ask the student for agreement" in words(sheet)
    when_asked(press("save"))
    button(sheet, "agreement:new").click()
    assert "Ask the student for agreement" not in words(sheet)
    assert button(sheet, "agreement:new") is None
    (agreement,) = notebook.agreements.of_student(student.id)
    assert (agreement.given_on, agreement.until) == (workspace.today, None)


def test_an_agreement_that_ended_is_asked_for_again(
    sheet: StudentSheet, notebook: Notebook, workspace: Workspace
) -> None:
    """It stays readable, greyed, and says that it is over."""
    student = builders.kept_student(notebook, birth_date=date(2000, 1, 1))
    save_guardian(notebook, guardian=builders.guardian(student.id))
    ended = Agreement(student_id=student.id, given_on=date(2020, 1, 1), until=date(2020, 6, 1))
    save_agreement(notebook, agreement=ended)
    sheet.show_student(student.id)
    said = words(sheet)
    assert "informing the parents, the adult student, 01/01/2020, ended on 01/06/2020" in said
    assert "The agreement ended on 01/06/2020: ask the student again" in said
    assert button(sheet, "agreement:new") is not None


def test_no_birth_date_is_said_and_nothing_assumed(sheet: StudentSheet, notebook: Notebook) -> None:
    """Nobody is greyed; the page says what is missing."""
    student = builders.kept_student(notebook, birth_date=None)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    sheet.show_student(student.id)
    assert "Birth date not noted: whether the student is of age is not known." in words(sheet)
    assert "Ask the student for agreement" not in words(sheet)


def test_a_sibling_is_named_and_the_case_is_not(
    sheet: StudentSheet, notebook: Notebook, library: Library, workspace: Workspace
) -> None:
    """Name, class and birth stand here. Opening the other sheet is a step one takes."""
    ines = builders.kept_student(notebook)
    tiago = builders.kept_student(notebook, given_name="Tiago", gender="m", class_name="5G3")
    builders.finished(notebook, library, student_id=tiago.id, values={"demand": "« Secret »"})
    save_caution(notebook, caution=Caution(student_id=tiago.id, text="Ne concerne que Tiago"))
    link_siblings(notebook, student_ids=[ines.id, tiago.id])
    wanted: list[Any] = []
    workspace.wanted.connect(wanted.append)
    sheet.show_student(ines.id)
    said = words(sheet)
    assert "Tiago Da Costa, 5G3, born 04/03/2011" in said
    assert "twin" in said
    assert notebook.cases.list()[0].reference not in said
    assert "Secret" not in said
    assert "Ne concerne que Tiago" not in said
    button(sheet, f"sibling:{tiago.id}").click()
    assert [(one.screen, one.record_id) for one in wanted] == [("students", tiago.id)]


def test_a_link_is_taken_away_and_put_back(
    sheet: StudentSheet, notebook: Notebook, workspace: Workspace
) -> None:
    """From both pages at once; the undo brings it back on both."""
    ines, tiago = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    link_siblings(notebook, student_ids=[tiago.id, ines.id])
    undo: list[Any] = []
    workspace.undo_offered.connect(lambda _, back: undo.append(back))
    sheet.show_student(ines.id)
    button(sheet, f"sibling-apart:{tiago.id}").click()
    assert button(sheet, f"sibling:{tiago.id}") is None
    undo[0]()
    assert button(sheet, f"sibling:{tiago.id}") is not None


def test_two_homes_have_a_heading_each(sheet: StudentSheet, notebook: Notebook) -> None:
    """One home needs none."""
    student = builders.kept_student(notebook)
    mother = Resident(student_id=student.id, given_name="Marta", relation="mother")
    save_residents(notebook, residents=[mother])
    sheet.show_student(student.id)
    assert "First home" not in words(sheet)
    father = Resident(student_id=student.id, given_name="Rui", relation="father", home=2)
    save_residents(notebook, residents=[father])
    sheet.show_student(student.id)
    said = words(sheet)
    assert said.index("First home") < said.index("Second home")
    assert "Marta, mother" in said


def test_a_household_is_proposed_and_taken(sheet: StudentSheet, notebook: Notebook) -> None:
    """Guardians and siblings with one press; then there is nobody left to propose."""
    ines, tiago = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    save_guardian(notebook, guardian=builders.guardian(ines.id))
    link_siblings(notebook, student_ids=[ines.id, tiago.id])
    sheet.show_student(ines.id)
    when_asked(press("take"))
    button(sheet, "resident:propose").click()
    assert [one.given_name for one in notebook.residents.of_student(ines.id)] == ["Marta", "Tiago"]
    assert button(sheet, "resident:propose") is None


def test_a_professional_says_whether_bound(sheet: StudentSheet, notebook: Notebook) -> None:
    """Bound, not bound, or to be checked: never silence."""
    student, partner = builders.kept_student(notebook), builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    for one in (
        Professional(student_id=student.id, partner_id=partner.id, secrecy="yes"),
        Professional(student_id=student.id, name="Marc Weis", role="coach", secrecy="no"),
        Professional(student_id=student.id, name="Ana", until=date(2020, 1, 1)),
    ):
        save_professional(notebook, professional=one)
    sheet.show_student(student.id)
    said = words(sheet)
    assert "Centre de consultation Les Tilleuls, bound by secrecy" in said
    assert "Marc Weis, coach, not bound by secrecy" in said
    assert "Ana, secrecy to be checked, until 01/01/2020" in said


def test_what_is_over_is_no_longer_in_the_banner(sheet: StudentSheet, notebook: Notebook) -> None:
    """A decision of a judge that ended stays readable below, not at the top."""
    student = builders.kept_student(notebook, phone_no_message=False)
    save_caution(notebook, caution=Caution(student_id=student.id, text="Garde à la mère"))
    over = Caution(student_id=student.id, text="Visites suspendues", until=date(2020, 1, 1))
    save_caution(notebook, caution=over)
    sheet.show_student(student.id)
    assert words(sheet).count("Garde à la mère") == 2
    assert words(sheet).count("Visites suspendues") == 1


def test_guardians_of_a_sibling_are_taken_over(sheet: StudentSheet, notebook: Notebook) -> None:
    """One press, and this child has them too."""
    ines, tiago = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    save_guardian(notebook, guardian=builders.guardian(ines.id))
    link_siblings(notebook, student_ids=[ines.id, tiago.id])
    sheet.show_student(tiago.id)
    button(sheet, f"guardian:as:{ines.id}").click()
    assert [one.name for one in notebook.guardians.of_student(tiago.id)] == ["Marta Da Costa"]
    assert button(sheet, f"guardian:as:{ines.id}") is None
