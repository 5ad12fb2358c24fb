"""Dates as people type them."""

from datetime import date

import pytest

from app.ui.widgets.typed_date import typed_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/11/2026", date(2026, 11, 12)),
        ("12.11.26", date(2026, 11, 12)),
        ("1-9-2026", date(2026, 9, 1)),
        ("12 11 2026", date(2026, 11, 12)),
        ("2026-11-12", date(2026, 11, 12)),
        ("12/11", date(2026, 11, 12)),
        ("12.11.", date(2026, 11, 12)),
        ("15/01", date(2027, 1, 15)),
        ("14/03/12", date(2012, 3, 14)),
        ("03/07/79", date(1979, 7, 3)),
        ("29/02/2028", date(2028, 2, 29)),
    ],
)
def test_understood(text: str, day: date) -> None:
    """Day first, any separator, two or four digits of year or none: the day that is meant."""
    assert typed_date(text, today=TODAY) == day


@pytest.mark.parametrize("text", ["31/02/2026", "demain", "12/13/2026", "1", "12/11/2026 10:00", "//"])
def test_not_understood(text: str) -> None:
    """What is no date is refused, never guessed."""
    with pytest.raises(ValueError):
        typed_date(text, today=TODAY)


def test_nothing_is_no_date() -> None:
    """An empty field is not an error."""
    assert typed_date("  ", today=TODAY) is None
