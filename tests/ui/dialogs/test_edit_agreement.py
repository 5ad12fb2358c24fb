"""Noting an agreement: who can give it, to what, and taking it back."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.students.save_guardian import save_guardian
from app.models.agreement import Agreement
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_agreement import AgreementEditor
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def ines(notebook: Notebook) -> Student:
    """A minor whose parents live apart."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    father = builders.guardian(student.id, given_name="Rui", relation="father", street="1, quai du Port")
    save_guardian(notebook, guardian=father)
    return student


def editor(
    workspace: Workspace, behind: QWidget, student: Student, qtbot: QtBot, **values: Any
) -> AgreementEditor:
    """As the page begins it."""
    given = {"given_on": workspace.today, "scope": "partner", "giver": "student"} | values
    asked = AgreementEditor(workspace, behind, Agreement(student_id=student.id, **given), is_new=True)
    qtbot.addWidget(asked)
    asked.show()
    return asked


def offered(asked: AgreementEditor) -> list[str]:
    """Who may have given it."""
    return [asked._giver.itemText(at) for at in range(asked._giver.count())]


def said(asked: AgreementEditor) -> str:
    """What is answered to Save."""
    asked.buttons["save"].click()
    return str(asked._banner.accessibleName())


def test_parents_who_live_apart_answer_each_for_themselves(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Nobody says “both” for them; under one roof both can be said."""
    asked = editor(workspace, behind, ines, qtbot)
    assert offered(asked) == ["the student", "Marta Da Costa", "Rui Da Costa"]
    mother, father = notebook.guardians.of_student(ines.id)
    asked._giver.choose(f"guardian:{father.id}")
    asked._how.choose("signed")
    assert said(asked) == ""
    (kept,) = notebook.agreements.of_student(ines.id)
    assert (kept.giver, kept.guardian_id, kept.how) == ("guardian", father.id, "signed")
    save_guardian(
        notebook, guardian=builders.guardian(ines.id, id=father.id, given_name="Rui", relation="father")
    )
    assert offered(editor(workspace, behind, ines, qtbot))[-1] == "both parents"
    assert mother.id != father.id


def test_a_service_is_named_only_where_it_is_about_one(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Another scope forgets it; what is for something else needs words."""
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    asked = editor(workspace, behind, ines, qtbot)
    asked._partner.choose(partner.id)
    assert asked.written().partner_id == partner.id
    asked._scope.choose("other")
    assert not asked._partner.isEnabled()
    assert asked.written().partner_id is None
    assert said(asked) == "Say in a few words what it is for."


def test_it_is_taken_back_on_a_day_that_has_come(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Not tomorrow, not before it was given; then it is over."""
    given = workspace.today - timedelta(days=10)
    asked = editor(workspace, behind, ines, qtbot, given_on=given)
    asked._withdrawn.set_value(workspace.today + timedelta(days=1))
    assert said(asked) == "This day lies ahead."
    asked._withdrawn.set_value(given - timedelta(days=1))
    assert said(asked) == "It cannot end before it began."
    asked._withdrawn.set_value(workspace.today)
    asked.buttons["save"].click()
    (kept,) = notebook.agreements.of_student(ines.id)
    assert not kept.counts_on(workspace.today)
    assert kept.counts_on(given)


def test_of_an_adult_nobody_else_can_say_it(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """A parent’s agreement of before the birthday can be read and corrected, never given anew."""
    student = builders.kept_student(notebook, birth_date=date(2008, 3, 4))
    mother = builders.guardian(student.id)
    save_guardian(notebook, guardian=mother)
    asked = editor(workspace, behind, student, qtbot, giver="adult")
    assert offered(asked) == ["the adult student"]
    assert asked.written().giver == "adult"
    asked._given.set_value(date(2025, 3, 4))
    assert asked.written().giver == "student"
    old = editor(workspace, behind, student, qtbot, giver="guardian", guardian_id=mother.id)
    assert offered(old) == ["the adult student", "Marta Da Costa"]
    assert said(old) == "The student was of age on that day: only they could agree."
    old._given.set_value(date(2025, 3, 4))
    assert old.problem() is None
