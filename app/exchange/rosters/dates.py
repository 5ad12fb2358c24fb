"""Dates as school software writes them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

Order = Literal["day", "month"]
_ALWAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")
_FORMATS: dict[Order, tuple[str, ...]] = {
    "day": ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %m %Y", "%d.%m.%y", "%d/%m/%y", "%d-%m-%y"),
    "month": ("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y"),
}
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?([.,]\d+)?Z?$")
_NONE = re.compile(r"[0./ -]*$")


class NotADate(ValueError):  # not a failure of the program
    """The cell is not empty and is no date; it is not quoted here."""


def order_of(cells: Iterable[str]) -> Order:
    """Whether a whole column writes the day or the month first.

    The day, unless every cell makes sense the other way round and most of them only so: one wrong
    cell must not turn the birthdays of a whole school.
    """
    written = [cell for cell in cells if cell and not _NONE.match(cell)]
    day_first = sum(1 for cell in written if _parsed(cell, "day"))
    if 2 * day_first > len(written) or len(written) < 3:
        return "day"
    return "month" if all(_parsed(cell, "month") for cell in written) else "day"


def read_date(cell: str, *, order: Order, latest: date) -> date | None:
    """The date, None for an empty cell. Two-digit years end at `latest`. Raises NotADate."""
    if _NONE.match(cell):
        return None
    found = _parsed(cell, order)
    if found is None:
        raise NotADate
    day, two_digits = found
    if not two_digits:
        return day
    year = latest.year - (latest.year - day.year) % 100
    try:
        day = day.replace(year=year)
        return day if day <= latest else day.replace(year=year - 100)
    except ValueError:  # 29 February of a year that has none
        raise NotADate from None


def _parsed(cell: str, order: Order) -> tuple[date, bool] | None:
    """The date and whether its year has only two digits."""
    cell = _CLOCK.sub("", cell)
    for pattern in (*_FORMATS[order], *_ALWAYS):
        try:
            return datetime.strptime(cell, pattern).date(), pattern.endswith("%y")
        except ValueError:
            continue
    return None
