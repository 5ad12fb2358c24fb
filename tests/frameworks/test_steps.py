"""What is still to be done on a sheet."""

from datetime import date
from typing import Any

import pytest

from app.frameworks.steps import open_steps
from app.models.form import Values
from tests.frameworks.resources import every_kind, shipped

FORM = shipped().forms["f3-plan"]


def steps(*rows: dict[str, Any]) -> list[tuple[str, date]]:
    """Texts and days of what waits."""
    found = open_steps(form=FORM, values={"steps": list(rows)}, lists=shipped().lists)
    return [(step.text, step.due) for step in found]


def test_what_waits_comes_soonest_first() -> None:
    """Rows with a day that are not ended, in the order of their days."""
    rows = [{"what": "Later", "due": "2026-12-02"}, {"what": "Sooner", "due": "2026-11-02", "status": "todo"}]
    assert steps(*rows) == [("Sooner", date(2026, 11, 2)), ("Later", date(2026, 12, 2))]


@pytest.mark.parametrize("status", ["done", "abandoned"])
def test_what_is_ended_waits_no_more(status: str) -> None:
    """Done and given up are over, however late their day was."""
    assert steps({"what": "Stage", "due": "2026-01-01", "status": status}) == []


@pytest.mark.parametrize("status", ["", "todo", "doing", "postponed", "from-an-older-list"])
def test_everything_else_goes_on(status: str) -> None:
    """A row nobody ended is still to be done."""
    assert len(steps({"what": "Stage", "due": "2026-01-01", "status": status})) == 1


@pytest.mark.parametrize("due", [None, "", "soon", "2026-02-31"])
def test_a_row_without_a_day_cannot_be_late(due: str | None) -> None:
    """No day, no reminder, and a day that cannot be read is none."""
    assert steps({"what": "Stage", "due": due}) == []


def test_a_step_without_words_is_still_due() -> None:
    """The day alone is enough to wait."""
    assert steps({"due": "2026-01-01"}) == [("", date(2026, 1, 1))]


def test_other_tables_have_no_steps() -> None:
    """A table that does not say which column is what to do has nothing that waits."""
    values: Values = {"a_ranking": [{"choice": "A", "until": "2026-01-01"}], "a_table": [{"what": "x"}]}
    assert open_steps(form=every_kind(), values=values, lists=shipped().lists) == []


def test_a_step_shows_no_words_in_a_log() -> None:
    """What is to be done stays out of error messages."""
    (step,) = open_steps(
        form=FORM, values={"steps": [{"what": "Mot rare", "due": "2026-01-01"}]}, lists=shipped().lists
    )
    assert "rare" not in repr(step)
