"""Days with school."""

from datetime import date, timedelta
from random import Random

import pytest

from app.actions.demonstration.calendar import school_day, some_day


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 12), date(2026, 11, 12)),
        (date(2026, 11, 14), date(2026, 11, 13)),
        (date(2026, 11, 15), date(2026, 11, 13)),
        (date(2026, 8, 20), date(2026, 7, 15)),
        (date(2026, 12, 28), date(2026, 12, 18)),
        (date(2027, 1, 2), date(2026, 12, 18)),
    ],
)
def test_nobody_is_at_school_on_a_sunday(day, shown):
    """Weekends, summer and the end of the year fall back to the last day with school."""
    assert school_day(day) == shown


def test_chosen_days_lie_within_the_years():
    """Never after today, and not earlier than the years asked for, holidays aside."""
    today, chance = date(2026, 11, 22), Random(1)
    days = [some_day(chance, today=today, years=2) for _ in range(500)]
    assert max(days) <= today
    assert min(days) >= today - timedelta(days=2 * 365 + 70)
    assert all(day.weekday() < 5 for day in days)
    assert len(set(days)) > 50
