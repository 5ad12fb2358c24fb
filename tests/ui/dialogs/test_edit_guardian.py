"""Writing and correcting those who answer for a student."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.guardian import Guardian
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_guardian import GuardianEditor, edit_guardian
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def ines(notebook: Notebook) -> Student:
    """The student the guardians answer for."""
    return builders.kept_student(notebook)


def test_everything_written_arrives(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student
) -> None:
    """Names, relation, authority, how to reach them, what to mind."""

    def answer(dialog: Any) -> None:
        for key, text in {
            "given_name": "Rui",
            "family_name": "Reis",
            "phone": "621 1",
            "city": "Esch",
        }.items():
            dialog._lines[key].setText(text)
        dialog._relation.choose("father")
        dialog._authority.choose("joint")
        dialog._languages.set_codes(["pt"])
        dialog._no_message.setChecked(True)
        dialog._no_contact.setChecked(True)
        dialog._warning.setPlainText("Court order of 3 February")
        dialog.buttons["save"].click()

    when_asked(answer)
    edit_guardian(workspace, behind, Guardian(student_id=ines.id, position=4), is_new=True)
    saved = notebook.guardians.of_student(ines.id)[0]
    assert (saved.name, saved.relation, saved.authority) == ("Rui Reis", "father", "joint")
    assert (saved.languages, saved.phone, saved.city, saved.position) == (["pt"], "621 1", "Esch", 4)
    assert (saved.phone_no_message, saved.do_not_contact) == (True, True)
    assert saved.warning == "Court order of 3 February"


def test_somebody_without_name_and_number_is_not_saved(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """A name or a number: it says so and stays."""
    editor = GuardianEditor(workspace, behind, Guardian(student_id=ines.id), is_new=True)
    qtbot.addWidget(editor)
    editor.show()
    editor.buttons["save"].click()
    assert editor._banner.accessibleName() == "A name or a phone number is needed."
    editor._lines["phone"].setText("20 11 22 33")
    editor.buttons["save"].click()
    assert [guardian.phone for guardian in notebook.guardians.of_student(ines.id)] == ["20 11 22 33"]


def test_the_codes_of_the_service_are_offered(
    workspace: Workspace, behind: QWidget, ines: Student, qtbot: QtBot
) -> None:
    """Luxembourg's words for parental authority in a Luxembourg notebook."""
    editor = GuardianEditor(workspace, behind, Guardian(student_id=ines.id))
    qtbot.addWidget(editor)
    offered = [editor._authority.itemData(n) for n in range(editor._authority.count())]
    assert offered == ["", "joint", "sole", "guardianship", "placement", "unknown"]


def test_putting_a_guardian_away_can_be_undone(
    workspace: Workspace, notebook: Notebook, behind: QWidget, ines: Student
) -> None:
    """Gone from the sheet, and back with one press."""
    with notebook.change():
        mother = notebook.guardians.save(builders.guardian(ines.id))
    offered: list[tuple[str, Any]] = []
    workspace.undo_offered.connect(lambda done, undo: offered.append((done, undo)))
    when_asked(press("bin"))
    edit_guardian(workspace, behind, mother)
    assert notebook.guardians.of_student(ines.id) == []
    assert offered[0][0] == "Put in the bin: Marta Da Costa"
    offered[0][1]()
    assert [guardian.id for guardian in notebook.guardians.of_student(ines.id)] == [mother.id]
