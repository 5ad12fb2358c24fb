"""A plan goes on in a new version."""

from datetime import timedelta

import msgspec
import pytest

from app.actions.bin_record import bin_record
from app.actions.cases.save_case import save_case
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.errors import VersionReplaced
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import TODAY, kept_student
from tests.plans import kept_plan

LATER = TODAY + timedelta(days=30)


def test_everything_is_copied_and_the_former_stays(notebook: Notebook, library: Library) -> None:
    """The new version says what the old one said, is of today, and the old one is as it was."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    made = new_version(notebook, library=library, record_id=first.record.id, today=TODAY)
    second = open_sheet(notebook, library=library, kind="plan", record_id=made.plan.id)
    again = open_sheet(notebook, library=library, kind="plan", record_id=first.record.id)
    assert again.record == first.record
    assert again.values == first.values
    assert second.values == first.values | {"version": 2}
    assert (made.plan.version, made.plan.replaces_id) == (2, first.record.id)
    assert made.changes.ids("plan") == {first.record.id, made.plan.id}
    assert len(notebook.history.of(made.plan.id)) == 1
    assert notebook.damage() == []


def test_a_review_that_has_come_is_not_copied(notebook: Notebook, library: Library) -> None:
    """Going on is the review: nobody is reminded of it again, but of one that is still to come."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    assert first.record.review_date is not None
    ahead = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    assert ahead.review_date == first.record.review_date
    third = new_version(notebook, library=library, record_id=ahead.id, today=LATER).plan
    assert (third.review_date, third.date) == (None, LATER)


def test_history_is_not_written_on(notebook: Notebook, library: Library) -> None:
    """A version that was replaced takes no new version and no other words."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    new_version(notebook, library=library, record_id=first.record.id, today=TODAY)
    with pytest.raises(VersionReplaced) as refused:
        new_version(notebook, library=library, record_id=first.record.id, today=TODAY)
    assert refused.value.values == {"n": 2}
    with pytest.raises(VersionReplaced):
        finish_sheet(
            notebook, library=library, sheet=first, values=first.values | {"wishes": "Autre"}, today=TODAY
        )
    assert notebook.plans.count() == 2
    assert notebook.plans.get(first.record.id) == first.record


def test_a_version_in_the_bin_gives_the_pen_back(notebook: Notebook, library: Library) -> None:
    """Who made a version by mistake puts it in the bin and goes on with the one before."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    second = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    bin_record(notebook, library=library, kind="plan", record_id=second.id)
    third = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    assert (third.version, third.replaces_id) == (3, first.record.id)


def test_a_version_belongs_to_the_case_that_is_open(notebook: Notebook, library: Library) -> None:
    """A plan taken up again after its case was closed goes into the case of today."""
    student = kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    closed = msgspec.structs.replace(notebook.cases.get(first.record.case_id), state="closed", closed=TODAY)
    save_case(notebook, case=closed)
    second = new_version(notebook, library=library, record_id=first.record.id, today=LATER).plan
    assert second.case_id not in (None, first.record.case_id)
    assert notebook.cases.get(second.case_id).state == "open"


def test_every_version_is_found(notebook: Notebook, library: Library) -> None:
    """What an earlier version said is still found, and so is the new one."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    second = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    found = {hit.record_id for hit in notebook.search.writings("menuisier")}
    assert found == {first.record.id, second.id}


def test_a_plan_nobody_is_chosen_for_goes_on_too(notebook: Notebook, library: Library) -> None:
    """Without a student there is no case yet, and no failure."""
    first = kept_plan(notebook, library, student_id=None)
    second = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    assert (second.student_id, second.case_id, second.version) == (None, None, 2)
