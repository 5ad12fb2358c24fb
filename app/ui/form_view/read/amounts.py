"""Numbers and sums of money as people type them in their language."""

import re
from decimal import Decimal

from app.i18n import Locale
from app.ui.form_view.read import NotUnderstood

_PLAIN_POINT = re.compile(r"-?\d+\.\d{1,2}")
_LARGEST = Decimal(10) ** 12


def read_decimal(text: str, *, locale: Locale) -> Decimal | None:
    """The number that was typed, None for nothing; NotUnderstood for anything else.

    A point with one or two digits after it always means a decimal point: calculators write so.
    """
    from babel.numbers import NumberFormatError, parse_decimal

    typed = re.sub(r"[\s'’]", "", text)
    if not typed:
        return None
    if _PLAIN_POINT.fullmatch(typed):
        number = Decimal(typed)
    else:
        try:
            number = parse_decimal(typed, locale=locale.code, strict=True)
        except NumberFormatError:
            raise NotUnderstood from None
    if not number.is_finite() or abs(number) >= _LARGEST:
        raise NotUnderstood
    return number


def read_money(text: str, *, locale: Locale) -> Decimal | None:
    """A sum with at most two decimals; the sign of the currency may stand before or after it."""
    amount = read_decimal(text.strip().removeprefix("€").removesuffix("€"), locale=locale)
    if amount is None:
        return None
    cents = amount.quantize(Decimal("0.01"))
    if cents != amount:
        raise NotUnderstood
    return cents


def show_decimal(number: Decimal | int | float, *, locale: Locale) -> str:
    """The number as this language writes it, every digit kept."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale.code, decimal_quantization=False, group_separator=False)


def show_money(amount: Decimal, *, locale: Locale) -> str:
    """The sum with two decimals and the sign of the euro."""
    from babel.numbers import format_currency

    return format_currency(amount, "EUR", locale=locale.code)
