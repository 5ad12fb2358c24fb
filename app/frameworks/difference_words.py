"""A difference in words: where on the sheet, what stood there, what stands there now."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.frameworks.compare import Difference
from app.frameworks.ranks import letter
from app.frameworks.row_words import cells_said, row_name
from app.frameworks.show import BETWEEN, shown
from app.i18n import Locale
from app.models.form import Form, Question, Values
from app.models.value_list import ValueList


class Told(msgspec.Struct, frozen=True):
    """In a table `row` and `column` say where, "" elsewhere; `was` and `now` are "" where nothing is."""

    was: str
    now: str
    row: str = ""
    column: str = ""


def difference_words(
    *,
    difference: Difference,
    form: Form,
    before: Values,
    after: Values,
    lists: Mapping[str, ValueList],
    locale: Locale,
) -> Told:
    """The two sheets are those that were compared."""
    question = form.question(difference.question)
    if question.kind == "table":
        rows = (before.get(question.key) or [], after.get(question.key) or [])
        return _in_table(difference, question, rows, lists, locale)
    key = f"{question.key}:other"
    return Told(
        _said(question, difference.before, str(before.get(key) or ""), lists, locale),
        _said(question, difference.after, str(after.get(key) or ""), lists, locale),
    )


def _in_table(
    difference: Difference,
    question: Question,
    rows: tuple[list[dict[str, Any]], list[dict[str, Any]]],
    lists: Mapping[str, ValueList],
    locale: Locale,
) -> Told:
    here, there = difference.row_before, difference.row_after
    position, row = (there, difference.after) if there is not None else (here or 0, difference.before)
    assert position is not None
    if difference.column:
        row = rows[1][position]
        column = next(each for each in question.columns if each.key == difference.column)
        was, now = (_cell(column, value, lists, locale) for value in (difference.before, difference.after))
        name = row_name(question=question, row=row, position=position)
        return Told(was, now, row=name, column=locale.words(column.label))
    name = row_name(question=question, row=row, position=position)
    if difference.change == "changed":
        was, now = (letter(at or 0) for at in (here, there))
        return Told(was, now, row=name, column=locale.text("rank"))
    said = BETWEEN.join(
        locale.text("{mark}: {text}", mark=locale.words(column.label), text=words)
        for column, words in cells_said(columns=question.columns, row=row, lists=lists, locale=locale)
        if not name.endswith(words)
    )
    return Told(said, "", row=name) if difference.change == "removed" else Told("", said, row=name)


def _cell(column: Any, value: Any, lists: Mapping[str, ValueList], locale: Locale) -> str:
    code, other = value if isinstance(value, list) else (value, "")
    return shown(question=column, value=code, lists=lists, locale=locale, other=other)


def _said(question: Question, value: Any, other: str, lists: Mapping[str, ValueList], locale: Locale) -> str:
    if value is None:
        return ""
    one = question.kind in ("several_of", "documents", "marked_text") and not isinstance(value, list)
    return shown(question=question, value=[value] if one else value, lists=lists, locale=locale, other=other)
