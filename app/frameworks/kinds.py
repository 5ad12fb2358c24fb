"""What a value of each kind of question looks like."""

import math
import re
from datetime import date
from typing import Any

from app.frameworks.marks import MARKS
from app.i18n import N_
from app.models.computation import Computation
from app.models.form import Column, Question

TEXTS = frozenset({"text", "long_text", "quotation", "person"})
CODED = frozenset({"one_of", "several_of"})
ROWS = frozenset({"marked_text", "table"})  # one answer a row
UNANSWERED = frozenset({"fact", "mention", "signature"})
ELSEWHERE = UNANSWERED | {"tasks"}  # no answer of the sheet's own
_LINES = frozenset({"marked_text", "tasks"})
YES_NO = ("yes", "no", "unknown")

# What type of attribute a kind can be bound to.
BINDS: dict[str, tuple[str, ...]] = {
    "text": ("str",),
    "long_text": ("str",),
    "quotation": ("str",),
    "person": ("str",),
    "time": ("str",),
    "one_of": ("str",),
    "yes_no": ("str",),
    "money": ("str",),
    "partner": ("str",),
    "date": ("date",),
    "duration": ("int",),
    "number": ("int", "float"),
    "several_of": ("list",),
    "documents": ("list",),
}

_FAULTS = {
    "date": N_("This is not a date."),
    "time": N_("This is not a time of day."),
    "duration": N_("This is not a number of minutes."),
    "number": N_("This is not a number."),
    "money": N_("This is not an amount."),
}
_NOT_READ = N_("This cannot be read.")


def is_empty(*, kind: str, value: Any) -> bool:
    """Whether nothing was said: no value, blank text, no row with anything in it."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list):
        return all(is_empty(kind=kind, value=row) for row in value)
    if isinstance(value, dict):
        if kind in _LINES:  # their mark, name or date alone says nothing
            return is_empty(kind="text", value=value.get("text"))
        return all(is_empty(kind="", value=cell) for cell in value.values())
    return False


def fault(*, asks: Question | Column, value: Any) -> str:
    """Why a value cannot be one of its kind, as a sentence to translate; "" when it can."""
    if is_empty(kind=asks.kind, value=value) or _fits(asks, value):
        return ""
    return _FAULTS.get(asks.kind, _NOT_READ)


def _fits(asks: Question | Column, value: Any) -> bool:
    match asks.kind:
        case "date":
            return _is_date(value)
        case "time":
            return isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) is not None
        case "duration":
            return type(value) is int and 0 <= value <= 24 * 60
        case "number":
            return _is_number(value)
        case "money":
            return _is_amount(value)
        case "yes_no":
            return value in YES_NO
        case "several_of" | "documents":
            return isinstance(value, list) and all(isinstance(line, str) for line in value)
        case "marked_text":
            return isinstance(value, list) and all(_is_paragraph(row) for row in value)
        case "table":
            return isinstance(value, list) and all(_is_row(asks, row) for row in value)
        case "computed" if isinstance(asks, Question) and asks.compute:
            return _is_amount(value) if given(asks.compute) == "money" else _is_number(value)
        case "tasks":
            return isinstance(value, list) and all(_is_task(row) for row in value)
        case _:
            return isinstance(value, str)


def given(computation: Computation) -> str:
    """What a computed value is: number, money, duration (minutes), years or days."""
    return {"age": "years", "days": "days"}.get(computation.way, computation.gives)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _is_amount(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"-?\d{1,12}(\.\d{1,2})?", value) is not None


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_paragraph(row: Any) -> bool:
    return isinstance(row, dict) and row.get("mark") in MARKS and isinstance(row.get("text"), str)


def _is_row(asks: Question | Column, row: Any) -> bool:
    columns = {column.key: column for column in asks.columns} if isinstance(asks, Question) else {}
    if not isinstance(row, dict):
        return False
    return all(
        isinstance(cell, str)
        if key.removesuffix(":other") in columns and key.endswith(":other")
        else key in columns and not fault(asks=columns[key], value=cell)
        for key, cell in row.items()
    )


def _is_task(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and isinstance(row.get("text"), str)
        and (is_empty(kind="date", value=row.get("due")) or _is_date(row.get("due")))
    )
