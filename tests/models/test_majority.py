"""Who decides who is told, from the 18th birthday on."""

from datetime import date

import pytest

from app.models.agreement import Agreement
from app.models.majority import agreed, may_be_told, of_age_since
from tests import builders
from tests.builders import TODAY

YESTERDAY = date(2008, 11, 11)  # whose 18th birthday was the day before TODAY


def agreement(given: date, until: date | None = None) -> Agreement:
    """One of some student."""
    return Agreement(student_id="a" * 32, given_on=given, until=until)


@pytest.mark.parametrize(
    ("born", "since"),
    [
        (date(2008, 11, 12), date(2026, 11, 12)),
        (YESTERDAY, date(2026, 11, 11)),
        (date(2008, 11, 13), None),
        (date(2004, 2, 29), date(2022, 3, 1)),
        (None, None),
    ],
)
def test_eighteen_counts_from_the_birthday(born: date | None, since: date | None) -> None:
    """From the very day; on 1 March for who was born on 29 February; never without a birth date."""
    assert of_age_since(builders.student(birth_date=born), TODAY) == since


@pytest.mark.parametrize(
    ("given", "until", "told"),
    [
        (date(2026, 11, 12), None, True),
        (date(2026, 11, 12), date(2026, 11, 12), True),
        (date(2026, 11, 11), date(2026, 11, 11), False),
        (date(2026, 11, 13), None, False),
    ],
)
def test_an_agreement_counts_from_its_day_to_its_last_day(
    given: date, until: date | None, told: bool
) -> None:
    """Both days included; neither before nor after."""
    adult = builders.student(birth_date=YESTERDAY)
    assert may_be_told(adult, [agreement(given, until)], TODAY) is told


def test_an_adult_is_asked_and_a_minor_is_not() -> None:
    """Yesterday's birthday changes who is told; without a birth date nothing is assumed."""
    assert not may_be_told(builders.student(birth_date=YESTERDAY), [], TODAY)
    assert may_be_told(builders.student(birth_date=date(2008, 11, 13)), [], TODAY)
    assert may_be_told(builders.student(birth_date=None), [], TODAY)


def test_the_agreement_given_last_is_shown() -> None:
    """Two may overlap."""
    first, last = agreement(date(2026, 9, 1)), agreement(date(2026, 10, 1))
    assert agreed([first, last], TODAY) == agreed([last, first], TODAY) == last
