"""How what is typed in a short field becomes a value, and how a value is written there."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from app.i18n import N_, Locale
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.amounts import read_decimal, read_money, show_decimal, show_money
from app.ui.form_view.read.dates import Toward, read_date
from app.ui.form_view.read.durations import read_duration, show_duration
from app.ui.form_view.read.times import read_time
from app.ui.widgets.pasted_words import plain_line

DOUBT = N_("This cannot be read.")
_LONGEST = 24 * 60


class Reading(NamedTuple):
    """`read` gives a plain JSON value, None for nothing, or raises NotUnderstood; `doubt` says so."""

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    letters: int = 16
    icon: str = ""
    doubt: str = DOUBT


def reading(
    *, kind: str, locale: Locale, today: Callable[[], date] = date.today, toward: Toward = "near"
) -> Reading:
    """The reading of one kind; words for any kind that has no other."""
    match kind:
        case "date":
            return Reading(
                lambda text: _date(text, locale, today(), toward),
                lambda value: locale.date(date.fromisoformat(value)),
                letters=9,
                icon="calendar-blank",
                doubt=N_("This is not a date."),
            )
        case "time":
            return Reading(read_time, str, letters=5, icon="clock", doubt=N_("This is not a time of day."))
        case "duration":
            return Reading(_duration, show_duration, letters=6, doubt=N_("This is not a number of minutes."))
        case "number":
            return Reading(
                lambda text: _number(text, locale),
                lambda value: show_decimal(value, locale=locale),
                letters=6,
                doubt=N_("This is not a number."),
            )
        case "money":
            return Reading(
                lambda text: _money(text, locale),
                lambda value: show_money(Decimal(value), locale=locale),
                letters=8,
                doubt=N_("This is not an amount."),
            )
        case _:
            return Reading(_words, str)


def _words(text: str) -> str | None:
    line = plain_line(text)  # a short field lets everything in that is pasted into it
    return line if line.strip() else None


def _date(text: str, locale: Locale, today: date, toward: Toward) -> str | None:
    day = read_date(text, locale=locale, today=today, toward=toward)
    return day.isoformat() if day else None


def _duration(text: str) -> int | None:
    minutes = read_duration(text)
    if minutes is not None and minutes > _LONGEST:
        raise NotUnderstood
    return minutes


def _number(text: str, locale: Locale) -> int | float | None:
    number = read_decimal(text, locale=locale)
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _money(text: str, locale: Locale) -> str | None:
    amount = read_money(text, locale=locale)
    return None if amount is None else str(amount)
