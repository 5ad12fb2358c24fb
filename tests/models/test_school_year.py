"""School years and the days in them."""

from datetime import date

import pytest

from app.models.school_year import day_of_year, first_day, school_year


@pytest.mark.parametrize(
    ("day", "year", "began", "october", "leap"),
    [
        (date(2026, 7, 31), "2025-2026", date(2025, 8, 1), date(2025, 10, 31), date(2026, 3, 1)),
        (date(2026, 8, 1), "2026-2027", date(2026, 8, 1), date(2026, 10, 31), date(2027, 3, 1)),
        (date(2028, 1, 9), "2027-2028", date(2027, 8, 1), date(2027, 10, 31), date(2028, 2, 29)),
    ],
)
def test_a_day_of_each_year(day: date, year: str, began: date, october: date, leap: date) -> None:
    """It turns on 1 August; a day that is not there every year is the next one."""
    assert (school_year(day), first_day(day)) == (year, began)
    assert (day_of_year(day, "10-31"), day_of_year(day, "02-29")) == (october, leap)
