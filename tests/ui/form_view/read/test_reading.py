"""Times, durations, numbers and sums as people type them."""

from decimal import Decimal
from typing import Any

import pytest

from app.i18n import Locale
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.reading import reading


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("time", "14:32", "14:32"),
        ("time", "14h32", "14:32"),
        ("time", "9 h", "09:00"),
        ("time", "930", "09:30"),
        ("duration", "12", 12),
        ("duration", "12 min", 12),
        ("duration", "1h10", 70),
        ("duration", "70", 70),
        ("duration", "1:05", 65),
        ("duration", "2 heures", 120),
        ("number", "1 234,5", 1234.5),
        ("number", "-3", -3),
        ("money", "12,5", "12.50"),
        ("money", "12.50 €", "12.50"),
        ("money", "1 234,50", "1234.50"),
        ("text", "  ", None),
    ],
)
def test_french_hands_are_understood(locale_fr: Locale, kind: str, typed: str, value: Any) -> None:
    """Each way of writing gives one value."""
    assert reading(kind=kind, locale=locale_fr).read(typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("time", "25:00"),
        ("time", "12:60"),
        ("duration", "1h75"),
        ("duration", "25 h"),
        ("number", "douze"),
        ("money", "12,505"),
        ("money", "1.234,50"),
    ],
)
def test_the_rest_is_not_guessed(locale_fr: Locale, kind: str, typed: str) -> None:
    """What could mean two things, or nothing, is not understood."""
    with pytest.raises(NotUnderstood):
        reading(kind=kind, locale=locale_fr).read(typed)


@pytest.mark.parametrize("code", ["fr", "en", "de", "lb"])
def test_what_is_written_out_is_read_again(code: str) -> None:
    """The full form of every value is itself understood, in every language."""
    locale = Locale(code)
    values: dict[str, Any] = {
        "date": "2026-11-27",
        "time": "09:05",
        "duration": 70,
        "number": 1234.5,
        "money": str(Decimal("1234567.80")),
    }
    for kind, value in values.items():
        read = reading(kind=kind, locale=locale)
        assert read.read(read.show(value)) == value
