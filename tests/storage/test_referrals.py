"""Where referrals stand."""

from datetime import date, timedelta

import msgspec
import pytest

from tests import builders

SENT = date(2026, 10, 20)


def put(notebook, **changes):
    """One referral."""
    with notebook.change():
        return notebook.referrals.save(builders.referral(**changes))


@pytest.mark.parametrize(
    ("status", "goes_on", "waits"),
    [
        ("proposed", True, False),
        ("accepted", True, False),
        ("refused_student", False, False),
        ("refused_parents", False, False),
        ("sent", True, True),
        ("appointment", True, True),
        ("seen", True, True),
        ("answered", False, False),
        ("no_news", True, True),
        ("abandoned", False, False),
    ],
)
def test_every_status_is_either_going_on_or_over(notebook, library, status, goes_on, waits):
    """Each state of the shipped list says whether the referral goes on and whether an answer is awaited."""
    assert library.lists["referral-status"].item(status)
    put(notebook, status=status, sent_date=SENT)
    assert bool(notebook.referrals.open()) is goes_on
    assert bool(notebook.referrals.without_answer(since=SENT)) is waits


def test_without_answer_counts_from_the_day_of_sending(notebook):
    """The day of sending counts, or the day of the sheet where none is given; an answer ends the waiting."""
    put(notebook, status="sent", sent_date=SENT, date=SENT - timedelta(days=9))
    put(notebook, status="sent", date=SENT)
    put(notebook, status="sent", sent_date=SENT, answer_date=SENT)
    assert notebook.referrals.without_answer(since=SENT - timedelta(days=1)) == []
    assert len(notebook.referrals.without_answer(since=SENT)) == 2


def test_reminders_that_are_due(notebook):
    """A reminder shows from its day on, and not when it is over."""
    put(notebook, status="proposed", remind_date=SENT)
    put(notebook, status="abandoned", remind_date=SENT)
    assert notebook.referrals.reminded(until=SENT - timedelta(days=1)) == []
    assert len(notebook.referrals.reminded(until=SENT)) == 1


def test_the_newest_of_everybody(notebook):
    """Newest first, and no more than asked for."""
    days = [SENT + timedelta(days=offset) for offset in (0, 3, 1, 2)]
    for day in days:
        put(notebook, date=day)
    assert [one.date for one in notebook.referrals.newest(limit=3)] == sorted(days, reverse=True)[:3]


def test_a_student_in_the_bin_is_not_reminded_of(notebook):
    """Referrals of a student in the bin are in no list of things to do."""
    student = builders.kept_student(notebook)
    put(notebook, student_id=student.id, status="sent", sent_date=SENT, remind_date=SENT)
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(student, removed_at="2026-11-12T10:00:00Z"))
    assert notebook.referrals.open() == []
    assert notebook.referrals.without_answer(since=SENT) == []
    assert notebook.referrals.reminded(until=SENT) == []
    assert notebook.referrals.newest() == []
