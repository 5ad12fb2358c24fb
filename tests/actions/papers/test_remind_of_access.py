"""Whoever asked to see their record has an answer within a month."""

from datetime import date

import pytest

from app.actions.papers.remind_of_access import (
    access_reminder,
    answer_by,
    end_access_reminder,
    remind_of_access,
)
from app.storage.notebook import Notebook
from tests import builders


@pytest.mark.parametrize(
    ("asked", "months", "by"),
    [
        (date(2026, 11, 12), 1, date(2026, 12, 12)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 12, 31), 14, date(2028, 2, 29)),
    ],
)
def test_the_same_day_of_a_later_month(asked: date, months: int, by: date) -> None:
    """Or its last one."""
    assert answer_by(asked, months=months) == by


def test_one_thing_to_do_a_case(notebook: Notebook) -> None:
    """Asked again it moves; handed over it is done; where nobody was reminded nothing happens."""
    builders.kept_student(notebook)
    student = notebook.students.list()[0]
    case = builders.case(student.id)
    with notebook.change():
        notebook.cases.save(case)
    end_access_reminder(notebook, case_id=case.id)
    assert notebook.tasks.open() == []
    for day in (date(2026, 12, 12), date(2026, 12, 20)):
        remind_of_access(notebook, case=case, due=day, text="Hand it over")
    (task,) = notebook.tasks.open()
    assert (task.due, task.student_id, task.source_id) == (date(2026, 12, 20), student.id, case.id)
    assert access_reminder(notebook, case_id=case.id) == task
    end_access_reminder(notebook, case_id=case.id)
    assert notebook.tasks.open() == []
    assert access_reminder(notebook, case_id=case.id) is None
