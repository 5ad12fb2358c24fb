"""The plans of a student and of the day."""

from datetime import date, timedelta

import msgspec

from app.actions.look_at_today import look_at_today
from app.actions.sheets.look_at_plans import look_at_plans
from app.actions.sheets.new_version import new_version
from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests.builders import TODAY, kept_student
from tests.plans import kept_plan

REVIEW = date(2026, 11, 18)


def test_what_is_late_in_a_plan(notebook: Notebook, library: Library) -> None:
    """Steps whose day has passed and the first one ahead; what is done is no more told."""
    student = kept_student(notebook)
    kept_plan(notebook, library, student_id=student.id)
    (line,) = look_at_plans(notebook, library=library, student_ids=[student.id], day=TODAY)
    assert [step.text for step in line.late] == ["S’inscrire à l’ADEM"]
    assert line.next is not None
    assert line.next.text == "Stage de découverte"


def test_the_day_of_a_step_is_not_late_yet(notebook: Notebook, library: Library) -> None:
    """A step is late from the day after on."""
    student = kept_student(notebook)
    kept_plan(notebook, library, student_id=student.id)
    due = date(2026, 11, 10)
    for day, late in ((due, 0), (due + timedelta(days=1), 1)):
        (line,) = look_at_plans(notebook, library=library, student_ids=[student.id], day=day)
        assert len(line.late) == late


def test_a_plan_that_is_over_has_nothing_late(notebook: Notebook, library: Library) -> None:
    """Carried out or given up, it is shown and reminds of nothing."""
    student = kept_student(notebook)
    kept_plan(notebook, library, student_id=student.id, values={"status": "achieved", "steps": [
        {"what": "Stage", "due": "2026-01-01"}]})  # fmt: skip
    (line,) = look_at_plans(notebook, library=library, student_ids=[student.id], day=TODAY)
    assert (line.late, line.next, line.plan.status) == ([], None, "achieved")


def test_only_present_versions_are_looked_at(notebook: Notebook, library: Library) -> None:
    """A replaced version is read in the chronology, not on the sheet."""
    student = kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    second = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    lines = look_at_plans(notebook, library=library, student_ids=[student.id], day=TODAY)
    assert [line.plan.id for line in lines] == [second.id]


def test_today_asks_for_the_reviews_of_the_week(notebook: Notebook, library: Library) -> None:
    """A review is seen a week ahead, counts from its day on, and is of a known person."""
    student = kept_student(notebook)
    kept_plan(notebook, library, student_id=student.id)
    counts = {}
    for back in (7, 6, 0, -3):
        today = look_at_today(notebook, library=library, day=REVIEW - timedelta(days=back))
        counts[back] = (len(today.reviews), today.count)
        assert all(today.students[plan.student_id or ""].name for plan in today.reviews)
    assert counts == {7: (0, 0), 6: (1, 0), 0: (1, 1), -3: (1, 1)}


def test_the_chronology_tells_versions_apart(notebook: Notebook, library: Library) -> None:
    """Each version is a line with its number, and a replaced one says by which."""
    student = kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id, day=TODAY - timedelta(days=9))
    new_version(notebook, library=library, record_id=first.record.id, today=TODAY)
    locale = Locale("en")
    events = tell_timeline(notebook, library=library, student_id=student.id, locale=locale)
    events = tell_sheets(notebook, library=library, locale=locale, events=events)
    told = [(event.title, event.facts) for event in events if event.kind == "plan"]
    assert told == [("Plan, version 2", "under way"), ("Plan, version 1", "replaced by version 2")]


def test_a_line_shows_no_words_in_a_log(notebook: Notebook, library: Library) -> None:
    """What is in a plan stays out of error messages."""
    student = kept_student(notebook)
    kept_plan(notebook, library, student_id=student.id)
    (line,) = look_at_plans(notebook, library=library, student_ids=[student.id], day=TODAY)
    assert "ADEM" not in repr(line)
    assert msgspec.structs.replace(line, late=[]) != line
