"""What is said at the top of a student's sheet."""

from datetime import date

import pytest

from app.actions.students.look_at_student import look_at_student
from app.actions.students.save_guardian import save_guardian
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.student_sheet.warnings import warnings
from app.ui.workspace import Workspace
from tests import builders

TODAY = builders.TODAY


def _said(workspace: Workspace, student: Student) -> list[str]:
    file = look_at_student(workspace.notebook, student_id=student.id, day=TODAY)
    return [sentence for _, sentence in warnings(workspace, file, TODAY)]


def _with(notebook: Notebook, student: Student, **changes: object) -> None:
    save_guardian(notebook, guardian=builders.guardian(student.id, **changes))


def test_nothing_to_mind_says_nothing(workspace: Workspace, notebook: Notebook) -> None:
    """No birth date, no class, no guardians: none of it is a warning."""
    one = builders.kept_student(notebook, phone_no_message=False, birth_date=None, class_name="")
    assert _said(workspace, one) == []


def test_what_protects_comes_first(workspace: Workspace, notebook: Notebook) -> None:
    """Do not contact, then custody, then telephones, then addresses."""
    one = builders.kept_student(notebook)
    _with(notebook, one, given_name="Marta", phone_no_message=True)
    _with(notebook, one, given_name="Rui", street="1, rue Haute", position=1)
    _with(
        notebook,
        one,
        given_name="Kevin",
        do_not_contact=True,
        warning="Court order\nof 3 February",
        position=2,
    )
    assert _said(workspace, one) == [
        "Do not contact Kevin Da Costa. Court order of 3 February",
        "Do not leave a message on the student’s phone.",
        "Do not leave a message for Marta Da Costa.",
        "Separated parents: write to both addresses.",
    ]


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        ({"street": "1, rue Haute"}, True),
        ({"street": "8,  RUE DES PRES"}, False),
        ({"street": "1, rue Haute", "authority": "sole"}, False),
        ({"street": "1, rue Haute", "do_not_contact": True}, False),
        ({"street": "", "postcode": "", "city": ""}, False),
    ],
)
def test_both_addresses_only_where_there_are_two_to_write_to(
    workspace: Workspace, notebook: Notebook, second: dict[str, object], apart: bool
) -> None:
    """Two who decide together, may be written to, and really live apart."""
    one = builders.kept_student(notebook, phone_no_message=False)
    _with(notebook, one)
    _with(notebook, one, given_name="Rui", position=1, **second)
    assert ("Separated parents: write to both addresses." in _said(workspace, one)) is apart


def test_french_authority_codes_count_too(workspace: Workspace, notebook: Notebook) -> None:
    """Joint authority of separated parents, as France codes it."""
    one = builders.kept_student(notebook, phone_no_message=False)
    _with(notebook, one, authority="20")
    _with(notebook, one, given_name="Rui", authority="20", street="1, rue Haute", position=1)
    assert "Separated parents: write to both addresses." in _said(workspace, one)


def test_of_age_asks_before_guardians_are_contacted(workspace: Workspace, notebook: Notebook) -> None:
    """Yesterday's birthday changes whom one may ring up; without guardians it changes the letters."""
    one = builders.kept_student(notebook, birth_date=date(2008, 11, 11), phone_no_message=False)
    assert _said(workspace, one) == ["18 since 11/11/2026: letters go to the student."]
    _with(notebook, one)
    assert _said(workspace, one) == [
        "18 since 11/11/2026: ask for the student’s agreement before contacting the guardians."
    ]


def test_twins_and_namesakes_are_told_apart(workspace: Workspace, notebook: Notebook) -> None:
    """Each says the other's name, class and birth."""
    one = builders.kept_student(notebook, phone_no_message=False)
    builders.kept_student(notebook, given_name="Tiago", gender="m", class_name="5G3")
    builders.kept_student(notebook, birth_date=date(2009, 1, 1), class_name="3C1")
    assert _said(workspace, one) == [
        "Born on the same day under the same name: Tiago Da Costa, 5G3, born 04/03/2011.",
        "Not to be taken for Inês Da Costa, 3C1, born on 01/01/2009.",
    ]


def test_a_guardian_without_a_name_is_called_what_they_are(workspace: Workspace, notebook: Notebook) -> None:
    """Foster care may be noted without anybody's name."""
    one = builders.kept_student(notebook, phone_no_message=False)
    _with(notebook, one, given_name="", family_name="", relation="foster", do_not_contact=True)
    assert _said(workspace, one) == ["Do not contact foster carer."]
