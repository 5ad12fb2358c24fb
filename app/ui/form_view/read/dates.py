"""Dates as people type them: 27/11, 27.11.2026, friday, tomorrow, 3 december."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from app.i18n import N_, Locale
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.folding import fold

_RELATIVE = ((N_("today"), 0), (N_("tomorrow"), 1), (N_("the day after tomorrow"), 2), (N_("yesterday"), -1))
_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?\.?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_AND_MONTH = re.compile(r"(?:[^\W\d]+\.?,? )?(\d{1,2})(?:er)?\.? ([^\W\d]+)\.?(?: (\d{4}))?")
_SHORTEST_WORD = 3

Toward = Literal["near", "future"]


def read_date(text: str, *, locale: Locale, today: date, toward: Toward = "near") -> date | None:
    """The day that was typed, None for nothing; NotUnderstood for anything else.

    Without a year it is the nearest such day, or with `future` the next one.
    """
    typed = fold(" ".join(text.split()))
    if not typed:
        return None
    day = _named_day(typed, locale, today) or _numbers(typed, today, toward)
    if day is None and (match := _DAY_AND_MONTH.fullmatch(typed)):
        month = _starting(_month_names(locale.code), match[2])
        if month is not None:
            day = _whole(int(match[1]), month, match[3], today, toward)
    if day is None:
        raise NotUnderstood
    return day


def _numbers(typed: str, today: date, toward: Toward) -> date | None:
    if _ISO.fullmatch(typed):
        try:
            return date.fromisoformat(typed)
        except ValueError:
            return None
    match = _NUMBERS.fullmatch(typed)
    return _whole(int(match[1]), int(match[2]), match[3], today, toward) if match else None


def _whole(day: int, month: int, year: str | None, today: date, toward: Toward) -> date | None:
    """Day and month with the typed year, two digits meaning this century until ten years from now."""
    if year is None:
        return _without_year(day, month, today, toward)
    number = int(year)
    if len(year) == 2:
        number += 2000 if 2000 + number <= today.year + 10 else 1900
    return _valid(number, month, day)


def _without_year(day: int, month: int, today: date, toward: Toward) -> date | None:
    years = range(today.year - 8, today.year + 9)  # far enough for a 29 February
    days = [found for year in years if (found := _valid(year, month, day)) is not None]
    if toward == "future":
        days = [found for found in days if found >= today]
    return min(days, key=lambda found: abs(found - today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named_day(typed: str, locale: Locale, today: date) -> date | None:
    """Today, tomorrow, yesterday, or the next day of that name."""
    for word, days in _RELATIVE:
        if typed == fold(locale.text(word)):
            return today + timedelta(days=days)
    weekday = _starting(_weekday_names(locale.code), typed.rstrip("."))
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _starting(names: dict[int, str], typed: str) -> int | None:
    """The one name that starts with at least three typed letters."""
    if len(typed) < _SHORTEST_WORD:
        return None
    found = [number for number, name in names.items() if name == typed]
    found = found or [number for number, name in names.items() if name.startswith(typed)]
    return found[0] if len(found) == 1 else None


@lru_cache
def _weekday_names(code: str) -> dict[int, str]:
    from babel.dates import get_day_names

    return {number: fold(name) for number, name in get_day_names("wide", locale=code).items()}


@lru_cache
def _month_names(code: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return {number: fold(name) for number, name in get_month_names("wide", locale=code).items()}
