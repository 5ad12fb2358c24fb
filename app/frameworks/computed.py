"""Computed questions, worked out from the other answers of the sheet and the days the notebook knows.

Nothing here ever fails: where a part is missing or no number comes out, there is no value.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.frameworks.asked import asked
from app.frameworks.facts import DAYS
from app.frameworks.kinds import fault, is_empty
from app.models.computation import Computation
from app.models.form import Column, Form, Question, Values

COUNTED = ("number", "money", "duration")
_CENT = Decimal("0.01")
_LARGEST = Decimal(10) ** 12


def computed_questions(form: Form) -> list[Question]:
    """The questions nobody answers."""
    return [question for question in form.questions if question.compute is not None]


def parts(form: Form) -> set[str]:
    """The questions some computed one is worked out from; the day of the sheet always may be."""
    named = {
        name.partition(".")[0]
        for question in computed_questions(form)
        if question.compute
        for _, name in question.compute.named
        if name not in DAYS
    }
    return named | {question.key for question in form.questions if question.bind == "date"}


def with_computed(
    *,
    form: Form,
    values: Values,
    days: Mapping[str, str],
    former: Values | None = None,
    unclear: Collection[str] = (),
) -> Values:
    """The values with every computed one worked out anew.

    `days` are those of `facts.DAYS`, `unclear` the questions whose content cannot be understood. Where
    none of its parts is said, now or in `former`, a value stays as it came: a total may travel without
    what it is the total of.
    """
    sums = computed_questions(form)
    if not sums:
        return values
    typed = {key: value for key, value in values.items() if key not in {one.key for one in sums}}
    shown = {question.key for question in asked(form=form, values=typed)}
    work = _Work(form, {key: value for key, value in typed.items() if key in shown}, days, unclear)
    for question in sums:
        value = work.value(question.key)
        if value is None and (former or {}).get(question.key) is not None:
            names = work.leans_on(question.key)
            if not any(_said(form, key, one) for key in names for one in (typed, former or {})):
                value = (former or {})[question.key]
        if value is not None and question.key in shown:
            typed[question.key] = value
    return typed


def column_total(*, column: Column, rows: list[dict[str, Any]]) -> Any:
    """Everything in a column added up, as the column itself would say it; None for nothing."""
    found = [row.get(column.key) for row in rows]
    said = [value for value in found if not is_empty(kind=column.kind, value=value)]
    numbers = [Decimal(str(value)) for value in said if not fault(asks=column, value=value)]
    return _given(sum(numbers, Decimal(0)), column.kind) if numbers else None


def _said(form: Form, key: str, values: Values) -> bool:
    return not is_empty(kind="table", value=values.get(key))


class _Work:
    """One sheet; each value is worked out once, and a circle gives nothing."""

    def __init__(self, form: Form, values: Values, days: Mapping[str, str], unclear: Collection[str]) -> None:
        self._questions = {question.key: question for question in form.questions}
        self._values, self._days, self._unclear = values, days, unclear
        self._bound_day = next((ask.key for ask in form.questions if ask.bind == "date"), "")
        self._done: dict[str, Any] = {}

    def value(self, key: str) -> Any:
        """The value of one question, worked out or typed."""
        question = self._questions.get(key)
        if question is None or question.compute is None:
            return self._typed(key)
        if key not in self._done:
            self._done[key] = None  # whoever asks again while it is being worked out gets nothing
            self._done[key] = self._work_out(question.compute)
        return self._done[key]

    def leans_on(self, key: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """The questions, typed ones only, that a value comes from in the end."""
        question = self._questions.get(key)
        if key in seen or question is None:
            return set()
        if question.compute is None:
            return {key}
        names = {name.partition(".")[0] for _, name in question.compute.named if name not in DAYS}
        return set().union(*(self.leans_on(name, seen | {key}) for name in names))

    def _typed(self, key: str) -> Any:
        question, value = self._questions.get(key), self._values.get(key)
        if question is None or is_empty(kind=question.kind, value=value):
            return None
        return None if fault(asks=question, value=value) else value

    def _work_out(self, computation: Computation) -> Any:
        names = [name.partition(".")[0] for _, name in computation.named if name not in DAYS]
        if any(name in self._unclear for name in names):
            return None
        if computation.way in ("age", "days"):
            return self._span(computation)
        total = self._total(computation.of, computation.minus)
        if computation.way == "share" and total is not None:
            people = self._total(computation.by, [])
            if not people or not computation.over:
                return None
            total = total / people / computation.over
        return None if total is None else _given(total, computation.gives)

    def _total(self, of: list[str], minus: list[str]) -> Decimal | None:
        """None where nothing at all was said; what is not said counts for nothing beside the rest."""
        found = [one for name in of for one in self._numbers(name)]
        taken = [one for name in minus for one in self._numbers(name)]
        return sum(found, Decimal(0)) - sum(taken, Decimal(0)) if found or taken else None

    def _numbers(self, name: str) -> Iterator[Decimal]:
        key, _, column_key = name.partition(".")
        question = self._questions.get(key)
        if question is None or question.kind != "table":
            value = self.value(key) if question and question.kind in (*COUNTED, "computed") else None
            if value is not None:
                yield Decimal(str(value))
            return
        rows = [row for row in self._typed(key) or [] if not is_empty(kind="table", value=row)]
        if not column_key and rows:
            yield Decimal(len(rows))
        for column in question.columns:
            counts = column.key == column_key and column.kind in COUNTED
            total = column_total(column=column, rows=rows) if counts else None
            if total is not None:
                yield Decimal(str(total))

    def _span(self, computation: Computation) -> int | None:
        start = self._day(computation.of[0]) if computation.of else None
        end = self._day(computation.to or "record.day")
        if start is None or end is None:
            return None
        if computation.way == "days":
            return (end - start).days
        before_birthday = (end.month, end.day) < (start.month, start.day)
        return end.year - start.year - before_birthday if end >= start else None

    def _day(self, name: str) -> date | None:
        if name == "record.day" and self._bound_day and self._typed(self._bound_day):
            name = self._bound_day
        key, _, column_key = name.partition(".")
        question = None if name in DAYS else self._questions.get(key)
        if question is None:  # a form may well have a question called `student`
            value = self._days.get(name)
        elif question.kind == "table":
            days = [column.key for column in question.columns if column.kind == "date"]
            rows = self._typed(key) or [] if column_key in days else []
            value = max((row[column_key] for row in rows if row.get(column_key)), default=None)
        else:
            value = self._typed(key) if question.kind == "date" else None
        return date.fromisoformat(value) if value else None


def _given(number: Decimal, kind: str) -> Any:
    """To the cent, as people round; None for what no sheet can hold."""
    if not abs(number) < _LARGEST:
        return None
    rounded = number.quantize(_CENT, ROUND_HALF_UP) + 0  # never "-0.00"
    if kind == "money":
        return str(rounded)
    whole = rounded == rounded.to_integral_value()
    return int(rounded) if whole or kind == "duration" else float(rounded)
