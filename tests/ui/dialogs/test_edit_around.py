"""Writing and correcting what stands around a student."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_guardian import save_guardian
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.enrolment import Enrolment
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_agreement import AgreementEditor
from app.ui.dialogs.edit_caution import CautionEditor, edit_caution
from app.ui.dialogs.edit_enrolment import EnrolmentEditor, edit_enrolment
from app.ui.dialogs.edit_guardian import GuardianEditor
from app.ui.dialogs.edit_professional import ProfessionalEditor
from app.ui.dialogs.edit_resident import ResidentEditor
from app.ui.dialogs.link_sibling import AllOfThem
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def ines(notebook: Notebook) -> Student:
    """The student it is about."""
    return builders.kept_student(notebook, birth_date=date(2000, 3, 4))


def fresh(workspace: Workspace, student: Student) -> Agreement:
    """As the page begins it."""
    return Agreement(student_id=student.id, given_on=workspace.today)


def refused(editor: Any, qtbot: QtBot) -> str:
    """What is said when it cannot be saved yet."""
    qtbot.addWidget(editor)
    editor.show()
    editor.buttons["save"].click()
    return str(editor._banner.accessibleName())


def saved(editor: Any, qtbot: QtBot) -> None:
    """Saved without a word."""
    assert refused(editor, qtbot) == ""


def test_an_agreement_is_an_adults(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Not of a day before the 18th birthday, not of a day to come, not ending before it began."""
    editor = AgreementEditor(workspace, behind, fresh(workspace, ines), is_new=True)
    for given, until, words in (
        ("03/03/2018", "", "The student was not of age on that day."),
        ("01/01/2150", "", "This day lies ahead."),
        ("", "", "The day it was given is needed."),
        ("05/05/2020", "04/05/2020", "It cannot end before it began."),
        ("05/05/2020", "32/13", "This day cannot be understood: day, month, year."),
    ):
        editor._given.setText(given)
        editor._until.setText(until)
        assert refused(editor, qtbot) == words
    editor._until.setText("05/05/2021")
    editor._note.setPlainText("Absences")
    editor.buttons["save"].click()
    (kept,) = notebook.agreements.of_student(ines.id)
    assert (kept.given_on, kept.until, kept.note) == (date(2020, 5, 5), date(2021, 5, 5), "Absences")


def test_without_a_birth_date_an_agreement_may_be_noted(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """Who cannot be told minor or adult is believed."""
    student = builders.kept_student(notebook, birth_date=None)
    saved(AgreementEditor(workspace, behind, fresh(workspace, student), is_new=True), qtbot)
    assert notebook.agreements.of_student(student.id)[0].given_on == workspace.today


def test_something_to_mind_needs_words(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """And may end."""
    editor = CautionEditor(workspace, behind, Caution(student_id=ines.id), is_new=True)
    assert refused(editor, qtbot) == "Say in a few words what is to be minded."
    editor._text.setPlainText("Adresse secrète")
    editor._until.setText("01/02/2030")
    editor.buttons["save"].click()
    (kept,) = notebook.cautions.of_student(ines.id)
    assert (kept.text, kept.until) == ("Adresse secrète", date(2030, 2, 1))


def test_putting_away_can_be_undone(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student
) -> None:
    """Gone from the page, and back with one press."""
    with notebook.change():
        kept = notebook.cautions.save(Caution(student_id=ines.id, text="Adresse secrète"))
    offered: list[Any] = []
    workspace.undo_offered.connect(lambda done, undo: offered.append((done, undo)))
    when_asked(press("bin"))
    edit_caution(workspace, behind, kept)
    assert notebook.cautions.of_student(ines.id) == []
    assert offered[0][0] == "Put in the bin: Adresse secrète"
    offered[0][1]()
    assert [one.id for one in notebook.cautions.of_student(ines.id)] == [kept.id]


def test_a_resident_by_year_or_by_day(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """A year of four digits that has been; the day brings its year."""
    editor = ResidentEditor(workspace, behind, Resident(student_id=ines.id), is_new=True)
    assert refused(editor, qtbot) == "A name or a relation is needed."
    editor._relation.choose("sibling")
    for year in ("12", "vers 2012", "2150", "1799"):
        editor._year.setText(year)
        assert refused(editor, qtbot) == "A year of four digits, not one to come."
    editor._birth.setText("06/05/2019")
    assert (editor._year.text(), editor._year.isEnabled()) == ("2019", False)
    editor._home.choose("2")
    editor.buttons["save"].click()
    (kept,) = notebook.residents.of_student(ines.id)
    assert (kept.relation, kept.birth_date, kept.birth_year, kept.home) == (
        "sibling",
        date(2019, 5, 6),
        2019,
        2,
    )


def test_the_directory_proposes_what_it_knows(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Secrecy, number and name of the entry; an entry or a name is needed."""
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    editor = ProfessionalEditor(workspace, behind, Professional(student_id=ines.id), is_new=True)
    assert refused(editor, qtbot) == "An entry of the directory or a name is needed."
    editor._partner.choose(partner.id)
    editor._role.setText("psychologue")
    editor.buttons["save"].click()
    (kept,) = notebook.professionals.of_student(ines.id)
    assert (kept.partner_id, kept.name, kept.secrecy, kept.phone) == (
        partner.id, "Tom Welter", "yes", "+352 20 00 00 30",
    )  # fmt: skip


def test_a_school_year_is_understood(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """As people write it; nothing else, and the day within it."""
    empty = Enrolment(student_id=ines.id, school_year="2026-2027")
    editor = EnrolmentEditor(workspace, behind, empty, is_new=True)
    assert refused(editor, qtbot) == "A class, a school, a level or a scheme is needed."
    editor._other.setText("Lycée de la Forge")
    for year in ("2024", "2024-2026", "2024/26", "1970-1971", "soon"):
        editor._year.setText(year)
        assert refused(editor, qtbot) == "A school year is needed, such as 2026–2027."
    editor._year.setText("2024/25")
    editor._since.setText("01/09/2026")
    assert refused(editor, qtbot) == "This day is not in that school year."
    editor._since.setText("12/01/2025")
    editor._devices.set_codes(["INTERNAT"])
    editor._level.choose("5G")
    editor.buttons["save"].click()
    kept = notebook.enrolments.of_student(ines.id)[-1]
    assert (kept.school_year, kept.other_school, kept.devices, kept.since, kept.level) == (
        "2024-2025", "Lycée de la Forge", ["INTERNAT"], date(2025, 1, 12), "5G",
    )  # fmt: skip


def test_a_wrong_line_is_put_away_and_the_class_follows(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student
) -> None:
    """The student is again where the line before says; undone, where this one did."""
    from app.models.school_year import school_year

    year = school_year(workspace.today)
    with notebook.change():
        for one in notebook.enrolments.of_student(ines.id):
            notebook.enrolments.remove(one.id)
        notebook.enrolments.save(Enrolment(student_id=ines.id, school_year=year, class_name="5G2"))
        wrong = notebook.enrolments.save(
            Enrolment(student_id=ines.id, school_year=year, class_name="5G9", since=workspace.today)
        )
    offered: list[Any] = []
    workspace.undo_offered.connect(lambda _, undo: offered.append(undo))
    when_asked(press("bin"))
    edit_enrolment(workspace, behind, wrong)
    assert notebook.students.get(ines.id).class_name == "5G2"
    offered[0]()
    assert notebook.students.get(ines.id).class_name == "5G9"


def test_one_correction_for_all_the_children(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """The mother of two: her new number goes to both, unless the box is not ticked."""
    tiago = builders.kept_student(notebook, given_name="Tiago")
    link_siblings(notebook, student_ids=[ines.id, tiago.id])
    for child in (ines, tiago):
        save_guardian(notebook, guardian=builders.guardian(child.id))
    (mother,) = notebook.guardians.of_student(ines.id)
    for ticked, phone in ((True, "621 1"), (False, "621 2")):
        editor = GuardianEditor(workspace, behind, notebook.guardians.get(mother.id))
        assert editor._everywhere.accessibleName() == "Also correct it for Tiago"
        editor._everywhere.setChecked(ticked)
        editor._lines["phone"].setText(phone)
        saved(editor, qtbot)
    assert [one.phone for one in notebook.guardians.of_student(ines.id)] == ["621 2"]
    assert [one.phone for one in notebook.guardians.of_student(tiago.id)] == ["621 1"]


def test_the_others_of_the_family_are_ticked_one_by_one(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """A half-sister is taken out."""
    others = [builders.kept_student(notebook, given_name=name) for name in ("Tiago", "Rita")]
    dialog = AllOfThem(workspace, behind, others)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == [one.id for one in others]
    dialog.rows[others[1].id].setChecked(False)
    assert dialog.chosen() == [others[0].id]
