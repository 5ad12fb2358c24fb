"""Days on which somebody is at school."""

from datetime import date, timedelta
from random import Random

_RECENT = 45  # days in which most of what is noted lies


def school_day(day: date) -> date:
    """The day itself or the last one before it with school: no weekend, no summer, no end of the year."""
    if (7, 15) < (day.month, day.day) < (9, 15):
        day = day.replace(month=7, day=15)
    elif (day.month, day.day) > (12, 19):
        day = day.replace(day=19)
    elif (day.month, day.day) < (1, 5):
        day = date(day.year - 1, 12, 19)
    return day - timedelta(days=max(0, day.weekday() - 4))


def some_day(chance: Random, *, today: date, years: int) -> date:
    """A school day, mostly of the last weeks, otherwise of the `years` before."""
    back = (
        chance.randint(1, _RECENT)
        if chance.random() < 0.6
        else chance.randint(_RECENT, max(_RECENT + 1, years * 365))
    )
    return school_day(today - timedelta(days=back))
