"""Dates as people type them: 27/11, 27.11.2026, friday, tomorrow, 3 december."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from app.i18n import N_, Locale
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.folding import fold
from app.ui.widgets.typed_date import typed_date

_RELATIVE = ((N_("today"), 0), (N_("tomorrow"), 1), (N_("the day after tomorrow"), 2), (N_("yesterday"), -1))
_DAY_AND_MONTH = re.compile(r"(?:[^\W\d]+\.?,? )?(\d{1,2})(?:er)?\.? ([^\W\d]+)\.?(?: (\d{4}))?")
_SHORTEST_WORD = 3
_HALF_A_YEAR = timedelta(days=182)

Toward = Literal["near", "future"]


def read_date(text: str, *, locale: Locale, today: date, toward: Toward = "near") -> date | None:
    """The day that was typed, None for nothing; NotUnderstood for anything else.

    Without a year it is the nearest such day, or with `future` the next one.
    """
    typed = fold(" ".join(text.split()))
    if not typed:
        return None
    day = _named_day(typed, locale, today)
    if day is not None:
        return day
    if match := _DAY_AND_MONTH.fullmatch(typed):
        month = _starting(_month_names(locale.code), match[2])
        typed = f"{match[1]}/{month}" + (f"/{match[3]}" if match[3] else "")
    # The nearest to the middle of the coming year is the next one.
    middle = today + _HALF_A_YEAR if toward == "future" else today
    try:
        return typed_date(typed, today=middle)
    except ValueError:
        raise NotUnderstood from None


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
