"""Two sheets of one person."""

import pytest

from app.actions.students.join_students import join_students, separate_students
from app.errors import RecordUnknown
from tests import builders
from tests.builders import finished


@pytest.fixture
def two(notebook, library):
    """One person written twice, with an interview on each sheet."""
    kept = builders.kept_student(notebook)
    other = builders.kept_student(notebook, family_name="Dacosta", class_name="6G1")
    for student in (kept, other):
        finished(notebook, library, student_id=student.id, values={"demand": student.family_name})
    return kept, other


def test_joined_sheets_are_one_person(notebook, two):
    """One line in the list, found by both names, with the interviews and references of both."""
    kept, other = two
    changes = join_students(notebook, kept_id=kept.id, other_id=other.id)
    assert changes.ids("student") == {other.id}
    assert [line.id for line in notebook.students.page()] == [kept.id]
    assert [hit.student_id for hit in notebook.search.people("dacosta")] == [kept.id]
    assert [hit.student_id for hit in notebook.search.people("2026-0002")] == [kept.id]
    assert len(notebook.interviews.of_student(notebook.students.ids_of(kept.id))) == 2
    assert notebook.damage() == []


def test_separated_sheets_are_as_before(notebook, two):
    """Nothing was moved, so nothing is lost: each sheet has its own interview and its own name again."""
    kept, other = two
    join_students(notebook, kept_id=kept.id, other_id=other.id)
    separate_students(notebook, other_id=other.id)
    assert {line.id for line in notebook.students.page()} == {kept.id, other.id}
    assert [hit.student_id for hit in notebook.search.people("dacosta")] == [other.id]
    assert len(notebook.interviews.of_student([other.id])) == 1
    assert notebook.students.get(other.id).joined_into is None
    assert notebook.damage() == []


def test_sheets_joined_before_come_along(notebook, two):
    """Three sheets of one person end in one, however they were joined."""
    kept, other = two
    third = builders.kept_student(notebook, family_name="Costa")
    join_students(notebook, kept_id=other.id, other_id=third.id)
    join_students(notebook, kept_id=kept.id, other_id=other.id)
    assert set(notebook.students.ids_of(kept.id)) == {kept.id, other.id, third.id}
    assert [line.id for line in notebook.students.page()] == [kept.id]


def test_joining_to_a_joined_sheet_joins_to_the_one_that_speaks(notebook, two):
    """Nobody hangs two steps away, and nobody in a circle."""
    kept, other = two
    third = builders.kept_student(notebook, family_name="Costa")
    join_students(notebook, kept_id=kept.id, other_id=other.id)
    join_students(notebook, kept_id=other.id, other_id=third.id)
    assert notebook.students.get(third.id).joined_into == kept.id
    with pytest.raises(RecordUnknown):
        join_students(notebook, kept_id=other.id, other_id=kept.id)
    assert notebook.students.get(kept.id).joined_into is None


def test_a_sheet_is_not_joined_to_itself(notebook, two):
    """Refused, and nothing changes."""
    kept, _ = two
    with pytest.raises(RecordUnknown):
        join_students(notebook, kept_id=kept.id, other_id=kept.id)
    assert len(notebook.students.page()) == 2
