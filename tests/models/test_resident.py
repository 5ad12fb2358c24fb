"""Whether somebody of the household is a minor."""

from datetime import date

import pytest

from app.models.resident import Resident
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("birth", "year", "minor"),
    [
        (date(2008, 11, 13), 2008, True),
        (date(2008, 11, 12), 2008, False),
        (None, 2009, True),
        (None, 2007, False),
        (None, 2008, None),
        (None, None, None),
    ],
)
def test_a_minor_is_known_by_day_or_year(birth: date | None, year: int | None, minor: bool | None) -> None:
    """The year alone says nothing in the year of the 18th birthday; nothing known says nothing."""
    one = Resident(student_id="a" * 32, birth_date=birth, birth_year=year)
    assert one.is_minor_on(TODAY) is minor
