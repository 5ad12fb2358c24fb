"""The register of agreements on a student's page."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.actions.students.save_guardian import save_guardian
from app.models.agreement import Agreement
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.student_sheet.student_sheet import StudentSheet
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


def shown(workspace: Workspace, qtbot: QtBot, student: Student) -> tuple[list[str], str]:
    """(what each agreement says, every other word of the page)."""
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.resize(860, 768)
    sheet.show()
    sheet.show_student(student.id)
    ids = {f"agreement:{one.id}" for one in workspace.notebook.agreements.of_student(student.id)}
    lines = [one.accessibleName() for one in sheet.findChildren(QAbstractButton) if one.objectName() in ids]
    return lines, "\n".join(one.text() for one in sheet.findChildren(QLabel))


def agree(notebook: Notebook, student: Student, workspace: Workspace, **values: Any) -> None:
    """To exchanges with a partner."""
    given = {"given_on": workspace.today - timedelta(days=30), "scope": "partner"} | values
    save_agreement(notebook, agreement=Agreement(student_id=student.id, **given))


def test_each_parent_stands_on_a_line_of_their_own(
    workspace: Workspace, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Where one has said something, the page says that nothing is noted from the other."""
    mother, father = notebook.guardians.of_student(ines.id)
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    agree(
        notebook,
        ines,
        workspace,
        giver="guardian",
        guardian_id=mother.id,
        partner_id=partner.id,
        how="signed",
    )
    (line,), rest = shown(workspace, qtbot, ines)
    for words in ("exchanges with a partner", partner.service, "Marta Da Costa", "signed paper"):
        assert words in line
    assert "Separated parents: nothing noted from Rui Da Costa." in rest
    agree(
        notebook, ines, workspace, giver="guardian", guardian_id=father.id, partner_id=partner.id,
        withdrawn_on=workspace.today,
    )  # fmt: skip
    lines, rest = shown(workspace, qtbot, ines)
    assert sorted("taken back on" in one for one in lines) == [False, True]
    assert "nothing noted from" not in rest


def test_the_birthday_is_said_on_the_line_itself(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """What the parents agreed to is still there to read, and holds no longer."""
    yesterday = workspace.today - timedelta(days=1)
    student = builders.kept_student(
        notebook, birth_date=yesterday.replace(year=yesterday.year - 18, day=min(yesterday.day, 28))
    )
    agree(notebook, student, workspace, giver="guardians")
    agree(notebook, student, workspace, giver="adult", scope="picture", given_on=workspace.today)
    lines, _ = shown(workspace, qtbot, student)
    (parents,) = [line for line in lines if "both parents" in line]
    assert "only the student can agree now" in parents
    assert "only the student" not in next(line for line in lines if line != parents)


def test_without_any_there_is_one_quiet_way_to_note_one(
    workspace: Workspace, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """No line, no empty row."""
    lines, rest = shown(workspace, qtbot, ines)
    assert lines == []
    assert "Agreements" not in rest
