"""A value in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.frameworks.kinds import fault, given, is_empty
from app.frameworks.marks import MARKS
from app.frameworks.options import options
from app.frameworks.ranks import letter
from app.frameworks.said_rows import said_rows
from app.i18n import N_, Locale
from app.models.form import Column, Question
from app.models.value_list import ValueList

YES_NO = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("not known")}
BETWEEN = " · "
_THOUSANDS = {"fr": "\u202f", "en": ","}


def option_label(
    *, question: Question | Column, code: str, lists: Mapping[str, ValueList], locale: Locale
) -> str:
    """The words of one code; the code itself where no list knows it."""
    for option in options(asks=question, lists=lists):
        if option.code == code:
            return locale.words(option.label)
    return code


def shown(
    *,
    question: Question | Column,
    value: Any,
    lists: Mapping[str, ValueList],
    locale: Locale,
    other: str = "",
) -> str:
    """A value in words, lines separated by newlines; `other` is what "<key>:other" says.

    "" for what is empty, for partners (their words are facts) and for kinds that hold no value.
    """
    if is_empty(kind=question.kind, value=value):
        return ""
    match question.kind:
        case "date":
            return locale.date(date.fromisoformat(value))
        case "money" if fault(asks=question, value=value):
            return str(value)  # a text of the record that another form asked in words
        case "duration" | "number" | "money":
            return _counted(value, question.kind, locale)
        case "computed" if isinstance(question, Question) and question.compute:
            return _counted(value, given(question.compute), locale)
        case "yes_no":
            return locale.text(YES_NO[value])
        case "one_of":
            return _chosen(question, [value], lists, locale, other)
        case "several_of":
            return _chosen(question, value, lists, locale, other)
        case "documents":
            return "\n".join(line for line in value if line.strip())
        case "marked_text":
            return "\n".join(
                _paragraph(row, locale) for row in value if not is_empty(kind=question.kind, value=row)
            )
        case "table" if isinstance(question, Question):
            said = said_rows(question, value)
            return "\n".join(
                (f"{letter(at)}{BETWEEN}" if question.ranked else "") + _row(question, row, lists, locale)
                for at, row in enumerate(said)
            )
        case "tasks":
            return "\n".join(
                _task(row, locale) for row in value if not is_empty(kind=question.kind, value=row)
            )
        case "partner" | "fact" | "mention" | "signature":
            return ""
        case _:
            return str(value)


def _counted(value: Any, kind: str, locale: Locale) -> str:
    match kind:
        case "duration":
            return locale.text("{minutes} min", minutes=value)
        case "money":
            whole, point, cents = value.lstrip("-").partition(".")
            sign = "-" if value.startswith("-") else ""
            amount = f"{int(whole):,}".replace(",", _THOUSANDS.get(locale.code, "."))
            return f"{sign}{amount}{_decimal(point, locale)}{cents}\u00a0€"
        case "years":
            return locale.plural("{n} year", "{n} years", value)
        case "days":
            days = locale.plural("{n} day", "{n} days", abs(value))
            return f"\u2212{days}" if value < 0 else days
        case _:
            return _decimal(str(value), locale)


def _decimal(number: str, locale: Locale) -> str:
    return number if locale.code == "en" else number.replace(".", ",")


def _chosen(
    asks: Question | Column, codes: list[str], lists: Mapping[str, ValueList], locale: Locale, other: str
) -> str:
    says_what = {option.code for option in options(asks=asks, lists=lists) if option.other}
    labels = []
    for code in codes:
        label = option_label(question=asks, code=code, lists=lists, locale=locale)
        if other.strip() and code in says_what:
            label = locale.text("{mark}: {text}", mark=label, text=other.strip())
        labels.append(label)
    return BETWEEN.join(labels)


def _paragraph(row: dict[str, str], locale: Locale) -> str:
    mark = MARKS[row["mark"]]
    return locale.text("{mark}: {text}", mark=locale.text(mark), text=row["text"])


def _row(question: Question, row: dict[str, Any], lists: Mapping[str, ValueList], locale: Locale) -> str:
    cells = [
        shown(
            question=column,
            value=row.get(column.key),
            lists=lists,
            locale=locale,
            other=row.get(f"{column.key}:other") or "",
        )
        for column in question.columns
    ]
    return BETWEEN.join(cell for cell in cells if cell)


def _task(row: dict[str, Any], locale: Locale) -> str:
    due = row.get("due")
    parts = [row["text"], row.get("who") or "", locale.date(date.fromisoformat(due)) if due else ""]
    return BETWEEN.join(part for part in parts if part)
