"""Interviews by day, to come and without a student."""

from datetime import date, timedelta

import msgspec

from tests import builders


def test_notes_without_a_student_are_counted(notebook):
    """An unfiled note is counted until it is filed or thrown away."""
    student = builders.kept_student(notebook)
    waiting = builders.interview(unfiled_name="la grande de 4e")
    with notebook.change():
        notebook.interviews.save(builders.interview(student.id))
        notebook.interviews.save(waiting)
        notebook.interviews.save(builders.interview(removed_at="2026-11-12T10:00:00Z"))
    assert [one.id for one in notebook.interviews.unfiled()] == [waiting.id]
    assert len(notebook.interviews.unfiled()) == 1
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(waiting, student_id=student.id))
    assert notebook.interviews.unfiled() == []


def test_appointments_between_two_days(notebook):
    """Both days count, the day before and the day after do not, nor does a student in the bin."""
    student = builders.kept_student(notebook)
    binned = builders.kept_student(notebook, removed_at="2026-11-12T10:00:00Z")
    day = builders.TODAY
    with notebook.change():
        for offset in (-1, 0, 6, 7):
            notebook.interviews.save(builders.interview(student.id, next_date=day + timedelta(days=offset)))
        notebook.interviews.save(builders.interview(binned.id, next_date=day))
    found = notebook.interviews.appointments(since=day, until=day + timedelta(days=6))
    assert [one.next_date for one in found] == [day, day + timedelta(days=6)]


def test_the_interviews_of_a_day(notebook):
    """What was noted on one day, in the order of the hours."""
    with notebook.change():
        for start, when in [("11:00", 12), ("09:00", 12), ("10:00", 13)]:
            notebook.interviews.save(builders.interview(start=start, date=date(2026, 11, when)))
    assert [one.start for one in notebook.interviews.on_day(date(2026, 11, 12))] == ["09:00", "11:00"]
