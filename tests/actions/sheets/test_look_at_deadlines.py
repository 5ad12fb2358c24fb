"""Dated deadlines of files come back on the day while something can still be done."""

from datetime import timedelta
from typing import Any

import pytest

from app.actions.bin_record import bin_record
from app.actions.look_at_today import look_at_today
from app.actions.sheets.look_at_deadlines import look_at_deadlines
from app.frameworks.library import Library
from app.models.student import Student
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY


def file(notebook: Notebook, library: Library, student: Student, form: str, **values: Any) -> str:
    """A file of that student, begun on TODAY."""
    sheet = builders.finished(notebook, library, form_key=form, student_id=student.id, values=values)
    return str(sheet.record.id)


@pytest.mark.parametrize(
    ("days", "there", "counted"),
    [(22, False, False), (21, True, False), (6, True, True), (-30, True, True), (-31, False, False)],
)
def test_three_weeks_before_the_deadline_of_the_subsidy(
    notebook: Notebook, library: Library, days: int, there: bool, counted: bool
) -> None:
    """And a month after it, if nothing was sent; the rail counts it in its last week."""
    day = (TODAY + timedelta(days=days)).isoformat()
    one = file(notebook, library, builders.kept_student(notebook), "f9-low-income", deadline=day)
    found = look_at_today(notebook, library=library, day=TODAY)
    assert [each.record.id for each in found.deadlines] == ([one] if there else [])
    assert found.count == counted


@pytest.mark.parametrize("met", ["sent_on", "decided_on"])
def test_what_left_has_met_its_deadline(notebook: Notebook, library: Library, met: str) -> None:
    """Nor does whatever lies in the bin come back."""
    student, soon = builders.kept_student(notebook), (TODAY + timedelta(days=3)).isoformat()
    file(notebook, library, student, "f9-low-income", deadline=soon, **{met: TODAY.isoformat()})
    assert look_at_deadlines(notebook, library=library, day=TODAY) == []
    again = file(notebook, library, student, "f9-low-income", deadline=soon)
    assert len(look_at_deadlines(notebook, library=library, day=TODAY)) == 1
    bin_record(notebook, library=library, kind="paper", record_id=again)
    assert look_at_deadlines(notebook, library=library, day=TODAY) == []


def test_rights_that_end_are_asked_for_again(notebook: Notebook, library: Library) -> None:
    """Half a year before, soonest first, until a later file on that form is there."""
    student = builders.kept_student(notebook)
    ends, review = TODAY + timedelta(days=170), TODAY + timedelta(days=20)
    file(
        notebook, library, student, "f8-mdph", decided_on=None, notified="2026-09-01",
        ends=ends.isoformat(), review_on=review.isoformat(),
    )  # fmt: skip
    found = look_at_deadlines(notebook, library=library, day=TODAY)
    assert [(each.what.key, each.day) for each in found] == [("review_on", review), ("ends", ends)]
    file(notebook, library, student, "f8-mdph", stage="review")
    assert look_at_deadlines(notebook, library=library, day=TODAY) == []
