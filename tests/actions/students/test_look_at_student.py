"""Everything a student's sheet shows, gathered in one look."""

from datetime import date, datetime, timedelta

import pytest

from app.actions.bin_record import bin_record
from app.actions.students.join_students import join_students
from app.actions.students.look_at_student import look_at_student
from app.actions.students.save_guardian import save_guardian
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.models.draft import Draft
from app.storage.notebook import Notebook
from tests import builders

TODAY = builders.TODAY


def test_the_sheet_of_somebody_just_written_is_empty_but_whole(notebook: Notebook) -> None:
    """A student without guardians, case or sheets has a sheet all the same."""
    one = builders.kept_student(notebook, birth_date=None, class_name="", school_id=None)
    file = look_at_student(notebook, student_id=one.id, day=TODAY)
    assert file.student == one
    assert [file.guardians, file.cases, file.tasks, file.referrals, file.alike, file.enrolments] == [[]] * 6
    assert file.open_case is None


def test_what_goes_on_is_separated_from_what_was(notebook: Notebook, library: Library) -> None:
    """Open referrals, appointments to come and tasks not done; answered, past and done ones are history."""
    one = builders.kept_student(notebook)
    with notebook.change():
        sent = notebook.referrals.save(builders.referral(one.id, status="sent"))
        notebook.referrals.save(builders.referral(one.id, status="answered"))
        ahead = notebook.interviews.save(builders.interview(one.id, next_date=TODAY + timedelta(days=3)))
        today = notebook.interviews.save(builders.interview(one.id, next_date=TODAY, next_time="14:00"))
        notebook.interviews.save(builders.interview(one.id, next_date=TODAY - timedelta(days=1)))
    begun = Draft(
        record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, content={},
        student_id=one.id,
    )  # fmt: skip
    notebook.drafts.keep(begun)
    builders.finished(
        notebook, library, student_id=one.id, moment=datetime(2026, 11, 1, 10, 0),
        values={"steps": [{"text": "Ring the school doctor"}, {"text": "Done already", "done": True}]},
    )  # fmt: skip
    file = look_at_student(notebook, student_id=one.id, day=TODAY)
    assert [referral.id for referral in file.referrals] == [sent.id]
    assert [interview.id for interview in file.appointments] == [today.id, ahead.id]
    assert [draft.record_id for draft in file.drafts] == ["d" * 32]
    assert [task.text for task in file.tasks] == ["Ring the school doctor"]


def test_joined_sheets_are_read_together(notebook: Notebook) -> None:
    """Whichever of two joined sheets is asked for, it is the one that goes on, with the people of both."""
    kept, other = (
        builders.kept_student(notebook),
        builders.kept_student(notebook, family_name="Da Costa-Reis"),
    )
    save_guardian(notebook, guardian=builders.guardian(kept.id))
    save_guardian(notebook, guardian=builders.guardian(other.id, given_name="Rui"))
    join_students(notebook, kept_id=kept.id, other_id=other.id)
    by_kept, by_other = (
        look_at_student(notebook, student_id=each, day=TODAY) for each in (kept.id, other.id)
    )
    assert by_kept.student.id == by_other.student.id == kept.id
    assert [student.id for student in by_kept.joined] == [other.id]
    assert [guardian.given_name for guardian in by_kept.guardians] == ["Marta", "Rui"]
    assert by_kept.alike == []


@pytest.mark.parametrize(
    "other",
    [
        {"given_name": "Tiago"},  # a twin
        {"birth_date": date(2009, 1, 1)},  # a namesake
        {"given_name": "Da Costa", "family_name": "Ines", "birth_date": None},  # the names turned round
        {"given_name": "INÈS", "birth_date": None},
    ],
)
def test_people_one_might_take_them_for_are_named(notebook: Notebook, other: dict[str, object]) -> None:
    """Twins and namesakes, with or without accents, capitals and birth dates."""
    one, alike = builders.kept_student(notebook), builders.kept_student(notebook, **other)
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme")
    assert [found.id for found in look_at_student(notebook, student_id=one.id, day=TODAY).alike] == [alike.id]


def test_nobody_is_taken_for_somebody_in_the_bin(notebook: Notebook, library: Library) -> None:
    """Whoever lies in the bin confuses nobody."""
    one, twin = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    bin_record(notebook, library=library, kind="student", record_id=twin.id)
    assert look_at_student(notebook, student_id=one.id, day=TODAY).alike == []


def test_who_is_not_there_is_said(notebook: Notebook) -> None:
    """An old link to nobody is a failure with a sentence."""
    with pytest.raises(RecordUnknown):
        look_at_student(notebook, student_id="f" * 32, day=TODAY)
