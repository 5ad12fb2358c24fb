"""Columns that share a width."""

from app.frameworks.stacks import stacks
from app.models.form import Column
from tests.frameworks.resources import shipped


def test_a_column_stands_under_the_one_before_it() -> None:
    """Every column is in one pile, in its order; a first one has nothing to stand under."""
    columns = [
        Column(key=key, kind="text", label={}, under=under)
        for key, under in (("a", True), ("b", True), ("c", False), ("d", True), ("e", False))
    ]
    assert [[each.key for each in pile] for pile in stacks(columns)] == [["a", "b"], ["c", "d"], ["e"]]
    assert stacks([]) == []


def test_the_steps_of_a_plan_are_five_columns_wide() -> None:
    """Eight answers a step fit a page because some stand under others."""
    steps = shipped().forms["f3-plan"].question("steps")
    assert (len(steps.columns), len(stacks(steps.columns))) == (8, 5)
