"""School years."""

from calendar import isleap
from datetime import date
from typing import Final

_TURNS: Final = 8  # August


def school_year(day: date) -> str:
    """The school year a day belongs to, e.g. "2026-2027"; it turns on 1 August."""
    start = day.year if day.month >= _TURNS else day.year - 1
    return f"{start}-{start + 1}"


def day_of_year(day: date, month_day: str) -> date:
    """That day, "10-31", of the school year another day belongs to; 1 March where there is no 29 February."""
    start, end = (int(year) for year in school_year(day).split("-"))
    month, number = (int(part) for part in month_day.split("-"))
    year = start if month >= _TURNS else end
    if (month, number) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return date(year, month, number)


def first_day(day: date) -> date:
    """The first day of the school year a day belongs to."""
    return date(int(school_year(day)[:4]), _TURNS, 1)
