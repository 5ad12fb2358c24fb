"""What the day asks for."""

from datetime import datetime, timedelta

import msgspec
import pytest

from app.actions.look_at_today import look_at_today
from app.actions.students.join_students import join_students
from app.models.draft import Draft
from app.models.task import Task
from tests import builders
from tests.builders import TODAY, finished


@pytest.fixture
def student(notebook):
    """Inês Da Costa."""
    return builders.kept_student(notebook)


def look(notebook, library, day=TODAY):
    """The day."""
    return look_at_today(notebook, library=library, day=day)


def test_an_empty_day(notebook, library):
    """Nothing asks for anything, and no copy was made yet."""
    day = look(notebook, library)
    assert day.count == 0
    assert day.last_copy is None
    lists = [day.appointments, day.noted, day.drafts, day.unfiled, day.tasks, day.unanswered]
    assert lists == [[]] * 6


def test_everything_that_waits_is_on_the_day(notebook, library, student):
    """Drafts, unfiled notes, tasks, referrals without answer and appointments, with the names they need."""
    finished(
        notebook, library, student_id=student.id,
        values={
            "next_date": TODAY.isoformat(), "next_time": "14:00",
            "steps": [{"text": "a", "due": TODAY.isoformat()}],
        },
    )  # fmt: skip
    finished(notebook, library)
    notebook.drafts.keep(
        Draft(
            record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, content={},
            student_id=student.id,
        )
    )  # fmt: skip
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
        notebook.referrals.save(
            builders.referral(
                student.id, partner_id=partner.id, status="sent", sent_date=TODAY - timedelta(days=14)
            )
        )
        notebook.referrals.save(
            builders.referral(student.id, status="sent", sent_date=TODAY - timedelta(days=13))
        )
    day = look(notebook, library)
    assert [one.next_time for one in day.appointments] == ["14:00"]
    assert (len(day.noted), len(day.drafts), len(day.unfiled), len(day.tasks), len(day.unanswered)) == (
        2,
        1,
        1,
        1,
        1,
    )
    assert day.students[student.id].name == "Inês Da Costa"
    assert day.partners == {partner.id: partner.service}
    assert day.count == 4


def test_tasks_for_later_are_shown_and_not_counted(notebook, library):
    """What is due today, late or without a day wants something; what is due later does not yet."""
    with notebook.change():
        for due in (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1), None):
            notebook.tasks.save(Task(text="x", due=due))
    day = look(notebook, library)
    assert len(day.tasks) == 4
    assert day.count == 3


def test_a_reminder_is_shown_once(notebook, library, student):
    """A referral that is late and whose reminder is due is one line."""
    with notebook.change():
        notebook.referrals.save(
            builders.referral(
                student.id, status="sent", sent_date=TODAY - timedelta(days=30), remind_date=TODAY
            )
        )
        notebook.referrals.save(builders.referral(student.id, status="proposed", remind_date=TODAY))
    assert len(look(notebook, library).unanswered) == 2


def test_a_joined_student_is_named_by_the_sheet_that_speaks(notebook, library, student):
    """After two sheets were joined the day shows the corrected name."""
    other = builders.kept_student(notebook, family_name="Dacosta")
    finished(notebook, library, student_id=other.id, moment=datetime(2026, 11, 12, 9, 0))
    join_students(notebook, kept_id=student.id, other_id=other.id)
    assert look(notebook, library).students[other.id].name == "Inês Da Costa"


def test_a_student_in_the_bin_asks_for_nothing(notebook, library, student):
    """Neither appointments nor tasks of somebody put away."""
    finished(
        notebook, library, student_id=student.id,
        values={"next_date": TODAY.isoformat(), "steps": [{"text": "a"}]},
    )  # fmt: skip
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(student, removed_at="2026-11-12T10:00:00Z"))
    day = look(notebook, library)
    assert (day.count, day.appointments, day.noted) == (0, [], [])
