"""Two sheets of one person joined on both computers, each the other way round."""

from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.students.join_students import join_students
from tests import builders
from tests.actions.other_computer.computers import Computers, state


def test_nobody_vanishes(computers: Computers) -> None:
    """One of the two stays in the list, the same one on both."""
    one = builders.kept_student(computers.desk, given_name="Inês")
    other = builders.kept_student(computers.desk, given_name="Ines")
    computers.bring(computers.desk)
    computers.bring(computers.laptop)
    join_students(computers.desk, kept_id=one.id, other_id=other.id)
    join_students(computers.laptop, kept_id=other.id, other_id=one.id)
    for by in (computers.desk, computers.laptop, computers.desk, computers.laptop):
        computers.bring(by)
    assert state(computers.desk) == state(computers.laptop)
    for by in (computers.desk, computers.laptop):
        roots = [student for student in by.students.list() if student.joined_into is None]
        assert len(roots) == 1, [student.joined_into for student in by.students.list()]


def test_one_joined_further_is_still_reached(computers: Computers) -> None:
    """The first into the second here, the second into the third there: all three are one person."""
    first, second, third = (
        builders.kept_student(computers.desk, given_name=name) for name in ("Inês", "Ines", "Inès")
    )
    computers.bring(computers.desk)
    computers.bring(computers.laptop)
    join_students(computers.desk, kept_id=second.id, other_id=first.id)
    join_students(computers.laptop, kept_id=third.id, other_id=second.id)
    for by in (computers.desk, computers.laptop, computers.desk, computers.laptop):
        computers.bring(by)
    assert state(computers.desk) == state(computers.laptop)
    for by in (computers.desk, computers.laptop):
        assert set(by.students.ids_of(third.id)) == {first.id, second.id, third.id}
        assert open_conflicts(by) == []
        assert by.damage() == []


def test_whoever_was_joined_with_nobody_is_refused(computers: Computers) -> None:
    """The one they were joined with was erased there for ever; a sheet of theirs has no place either."""
    one = builders.kept_student(computers.desk)
    computers.bring(computers.desk)
    other = builders.kept_student(computers.desk, given_name="Ines")
    third = builders.kept_student(computers.desk, given_name="Inès")
    builders.finished(computers.desk, computers.library, student_id=other.id, values={"demand": "Oui"})
    join_students(computers.desk, kept_id=one.id, other_id=other.id)
    erase_for_ever(computers.laptop, kind="student", record_id=one.id)
    received = computers.take(computers.send(computers.desk), computers.laptop)
    assert received.counts["refused"] >= 3
    assert [student.id for student in computers.laptop.students.list()] == [third.id]
    assert computers.laptop.interviews.list() == []
