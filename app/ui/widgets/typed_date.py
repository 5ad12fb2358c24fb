"""Dates as they are typed: 12/11/2026, 12.11.26, 12/11, 2026-11-12."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt

_AHEAD = 10  # a two-digit year further in the future than this is a past one


def typed_date(text: str, *, today: date) -> date | None:
    """The day typed, day before month, or None for nothing; ValueError for what is no date.

    Two digits of year mean the century that makes sense; no year means the nearest such day.
    """
    typed = text.strip()
    if not typed:
        return None
    iso = QDate.fromString(typed, Qt.DateFormat.ISODate)
    if iso.isValid():
        return _python(iso)
    for separator in ".- ":
        typed = typed.replace(separator, "/")
    typed = typed.rstrip("/")
    numbers = QLocale.c()
    for pattern in ("d/M/yyyy", "d/M/yy"):
        found = numbers.toDate(typed, pattern, today.year + _AHEAD - 99)
        if found.isValid():
            return _python(found)
    years = (today.year - 1, today.year, today.year + 1)
    near = [
        _python(day) for year in years if (day := numbers.toDate(f"{typed}/{year}", "d/M/yyyy")).isValid()
    ]
    if not near:
        raise ValueError
    return min(near, key=lambda day: abs(day - today))


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
