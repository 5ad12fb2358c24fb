"""Agreements come back on the day before anybody leans on them in vain."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.actions.agreements.look_at_renewals import look_at_renewals
from app.actions.agreements.save_agreement import save_agreement
from app.actions.look_at_today import look_at_today
from app.frameworks.library import Library
from app.models.agreement import Agreement
from app.models.student import Student
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY


def agree(notebook: Notebook, student: Student, **values: Any) -> Agreement:
    """Both parents, in September, to exchanges with a partner."""
    given = {"given_on": date(2026, 9, 1), "scope": "partner", "giver": "guardians"} | values
    agreement = Agreement(student_id=student.id, **given)
    save_agreement(notebook, agreement=agreement)
    return agreement


@pytest.mark.parametrize(("days", "there"), [(-15, False), (-14, True), (0, True), (14, True), (15, False)])
def test_a_fortnight_around_its_last_day(
    notebook: Notebook, library: Library, days: int, there: bool
) -> None:
    """Neither too early nor for ever."""
    student = builders.kept_student(notebook)
    one = agree(notebook, student, until=TODAY + timedelta(days=days))
    found = look_at_renewals(notebook, day=TODAY)
    assert [each.agreement.id for each in found] == ([one.id] if there else [])
    today = look_at_today(notebook, library=library, day=TODAY)
    assert [each.agreement.id for each in today.renewals] == ([one.id] if there else [])
    assert today.count == (1 if there and days <= 0 else 0)


def test_what_was_renewed_or_taken_back_is_no_longer_asked_for(notebook: Notebook) -> None:
    """Nor whoever lies in the bin."""
    student = builders.kept_student(notebook)
    agree(notebook, student, until=TODAY, withdrawn_on=TODAY)
    agree(notebook, student, scope="head", until=TODAY + timedelta(days=1))
    assert len(look_at_renewals(notebook, day=TODAY)) == 1
    agree(notebook, student, scope="head", given_on=TODAY)
    assert look_at_renewals(notebook, day=TODAY) == []
    gone = builders.kept_student(notebook, given_name="Rui")
    agree(notebook, gone, until=TODAY)
    assert len(look_at_renewals(notebook, day=TODAY)) == 1
    with notebook.change():
        notebook.students.save(
            builders.student(id=gone.id, given_name="Rui", removed_at="2026-11-12T11:00:00Z")
        )
    assert look_at_renewals(notebook, day=TODAY) == []


@pytest.mark.parametrize(("days", "there"), [(-15, False), (-1, True), (0, True), (14, True), (15, False)])
def test_the_18th_birthday_asks_the_student(notebook: Notebook, days: int, there: bool) -> None:
    """What the parents agreed to is said to end; once the student agreed it is not asked for again."""
    birthday = TODAY + timedelta(days=days)
    student = builders.kept_student(notebook, birth_date=birthday.replace(year=birthday.year - 18))
    agree(notebook, student)
    found = look_at_renewals(notebook, day=TODAY)
    assert [(one.day, one.of_age) for one in found] == ([(birthday, True)] if there else [])
    agree(notebook, student, giver="adult", given_on=TODAY)
    assert look_at_renewals(notebook, day=TODAY) == []
