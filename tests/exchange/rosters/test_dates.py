"""Dates are read as the whole column writes them, and impossible ones are refused."""

from datetime import date

import pytest

from app.exchange.rosters.dates import NotADate, order_of, read_date

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "cell",
    [
        "05.03.2010",
        "5.3.2010",
        "05/03/2010",
        "2010-03-05",
        "05-03-2010",
        "05.03.10",
        "20100305",
        "2010-03-05 00:00:00",
    ],
)
def test_declared_formats_are_read(cell: str) -> None:
    """Every way school software writes the 5th of March 2010."""
    assert read_date(cell, order="day", latest=TODAY) == date(2010, 3, 5)


@pytest.mark.parametrize("cell", ["31.02.2010", "29/02/2011", "2010-13-01", "40249", "hier", "05.03.201"])
def test_impossible_dates_are_refused_without_being_quoted(cell: str) -> None:
    """The refusal says nothing of what stood there."""
    with pytest.raises(NotADate) as caught:
        read_date(cell, order="day", latest=TODAY)
    assert cell not in str(caught.value)


@pytest.mark.parametrize("cell", ["", "00.00.0000", "0000-00-00", " "])
def test_no_date_is_no_date(cell: str) -> None:
    """Empty cells and rows of zeros are no birth date."""
    assert read_date(cell, order="day", latest=TODAY) is None


def test_two_digit_years_end_today() -> None:
    """Nobody on a list is born next year: 27 is 1927 as a birth date, 2027 as a leaving date."""
    assert read_date("01.01.26", order="day", latest=TODAY) == date(2026, 1, 1)
    assert read_date("01.01.27", order="day", latest=TODAY) == date(1927, 1, 1)
    assert read_date("01.01.27", order="day", latest=date(2046, 1, 1)) == date(2027, 1, 1)


def test_the_month_comes_first_only_when_the_whole_column_says_so() -> None:
    """An American column is read as such; one wrong cell does not turn everybody's birthday."""
    assert order_of(["03/25/2010", "04/13/2011", "05/06/2012"]) == "month"
    assert order_of(["03/04/2010", "05/06/2011", "04/13/2012"]) == "day"
    assert order_of(["25/03/2010", "04/13/2011", "13/06/2012"]) == "day"
    assert order_of([]) == "day"
