"""Joining two sheets of one person."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.cases.open_case import open_case
from app.actions.students.link_siblings import link_siblings
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.dialogs.join_students import JoinDialog, join_students
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def pair(notebook: Notebook) -> tuple[Student, Student]:
    """One person written twice."""
    first = builders.kept_student(notebook)
    second = builders.kept_student(notebook, family_name="Da Costa-Reis", birth_date=None, class_name="")
    open_case(notebook, student_id=first.id, today=date.today())
    return first, second


def _words(dialog: JoinDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def test_both_sides_are_shown_with_what_stands_on_them(
    workspace: Workspace, behind: QWidget, pair: tuple[Student, Student], qtbot: QtBot
) -> None:
    """Names, class, birth, sheets and case of each, and that nothing is moved."""
    dialog = JoinDialog(workspace, behind, kept_id=pair[0].id, other_id=pair[1].id)
    qtbot.addWidget(dialog)
    words = _words(dialog)
    for expected in (
        "Da Costa, Inês",
        "5G2 · born on 04/03/2011",
        "case",
        "Da Costa-Reis, Inês",
        "separate them",
    ):
        assert expected in words


def test_different_birth_dates_are_said_and_forbid_nothing(
    workspace: Workspace, notebook: Notebook, behind: QWidget, pair: tuple[Student, Student], qtbot: QtBot
) -> None:
    """A slip in one of them is possible; the person decides."""
    twin = builders.kept_student(notebook, birth_date=date(2011, 3, 5))
    dialog = JoinDialog(workspace, behind, kept_id=pair[0].id, other_id=twin.id)
    qtbot.addWidget(dialog)
    assert "They have different birth dates." in _words(dialog)
    assert dialog.buttons["join"].isEnabled()


def test_swapping_changes_which_one_goes_on(
    workspace: Workspace, notebook: Notebook, behind: QWidget, pair: tuple[Student, Student]
) -> None:
    """The sheet that goes on is the person's choice, and the answer."""

    def answer(dialog: JoinDialog) -> None:
        dialog._swap.click()
        dialog.buttons["join"].click()

    when_asked(answer)
    kept = join_students(workspace, behind, kept_id=pair[0].id, other_id=pair[1].id)
    assert kept == pair[1].id
    assert notebook.students.get(pair[0].id).joined_into == pair[1].id


def test_leaving_joins_nothing(
    workspace: Workspace, notebook: Notebook, behind: QWidget, pair: tuple[Student, Student]
) -> None:
    """Leave as it was."""
    when_asked(press("leave"))
    assert join_students(workspace, behind, kept_id=pair[0].id, other_id=pair[1].id) == ""
    assert [student.joined_into for student in notebook.students.list()] == [None, None]


def test_siblings_are_not_one_person(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """Twins have one birth date: their link says that they are two."""
    one, other = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    link_siblings(notebook, student_ids=[one.id, other.id])
    dialog = JoinDialog(workspace, behind, kept_id=one.id, other_id=other.id)
    qtbot.addWidget(dialog)
    assert "They are noted as brothers or sisters of each other." in _words(dialog)
