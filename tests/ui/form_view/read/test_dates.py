"""Dates as people type them."""

from datetime import date

import pytest

from app.i18n import Locale
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.dates import read_date

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("27/11", date(2026, 11, 27)),
        ("27.11.26", date(2026, 11, 27)),
        ("27-11-2026", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("ven", date(2026, 11, 27)),
        ("Vendredi", date(2026, 11, 27)),
        ("lundi", date(2026, 11, 30)),
        ("3 décembre", date(2026, 12, 3)),
        ("3 dec 2027", date(2027, 12, 3)),
        ("1er mars", date(2027, 3, 1)),
        ("mercredi 2 décembre", date(2026, 12, 2)),
        ("14/03/2012", date(2012, 3, 14)),
    ],
)
def test_french_days_are_understood(locale_fr: Locale, typed: str, day: date) -> None:
    """Numbers, names of days and of months, with and without year, capitals and accents."""
    assert read_date(typed, locale=locale_fr, today=MONDAY) == day


@pytest.mark.parametrize(("typed", "days"), [("today", 0), ("Tomorrow", 1), ("yesterday", -1)])
def test_words_of_the_catalogue_are_understood(locale_en: Locale, typed: str, days: int) -> None:
    """The day before, this one and the next have names."""
    found = read_date(typed, locale=locale_en, today=MONDAY)
    assert found is not None
    assert (found - MONDAY).days == days


def test_a_day_to_come_lies_ahead(locale_fr: Locale) -> None:
    """Without a year a date for something to do is never past, and today is today."""
    ahead = {"22/11": date(2027, 11, 22), "23/11": MONDAY, "15/07": date(2027, 7, 15)}
    for typed, day in ahead.items():
        assert read_date(typed, locale=locale_fr, today=MONDAY, toward="future") == day


@pytest.mark.parametrize("typed", ["32/13", "29/2/2027", "m", "ma", "bientôt", "27/", "1/2/3/4"])
def test_the_rest_is_not_guessed(locale_fr: Locale, typed: str) -> None:
    """What is no date raises, and the exception does not repeat it."""
    with pytest.raises(NotUnderstood) as refused:
        read_date(typed, locale=locale_fr, today=MONDAY)
    assert typed not in str(refused.value) or len(typed) < 3
    assert read_date("  ", locale=locale_fr, today=MONDAY) is None
