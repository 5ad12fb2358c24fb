"""Whether one question fits its form, the lists, the facts and the record it fills."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import get_args, get_origin

import msgspec

from app.frameworks.check_computed import computed_faults
from app.frameworks.facts import DAYS, FACTS, YES_OR_NO
from app.frameworks.kinds import BINDS, CODED, ELSEWHERE, YES_NO, fault
from app.frameworks.marks import MARKS
from app.i18n import N_
from app.models.form import Column, Condition, Form, Question, RowCondition
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord
from app.models.value_list import ValueList

_NO_LIST = N_("there is no list of that name")
_NO_CHOICE = N_("a choice needs a list or choices of its own")
_TWICE = N_("this name is used twice")
_NO_ATTRIBUTE = N_("the record has no such attribute")
_WRONG_ATTRIBUTE = N_("the attribute cannot hold an answer of this kind")
_NO_QUESTION = N_("there is no question of that name")
_NO_CODE = N_("the question has no such answer")
_NO_COLUMNS = N_("a table needs columns")
_NO_COLUMN = N_("the table has no such column")
_NO_FACT = N_("there is no fact of that name")
_NO_FRAMEWORK = N_("there is no service of that name")
_NOT_A_TABLE = N_("only the rows of a table can be ranked")
_NO_MARK = N_("there is no mark of that name, or nothing here is marked")
_WRONG_DEFAULT = N_("a sheet cannot begin with this here")
_ONE_OF_BOTH = N_("a condition names a question or a fact")
_NOT_A_DATE = N_("only a date can have this")
_NO_DAY = N_("a day of the year is written month-day, such as 10-31")
_BAD_KEY = N_("a name is made of small letters, digits and underscores")

# What the notebook itself writes on every sheet; its date is the one thing a form may ask.
_OWN = frozenset(FormRecord.__struct_fields__) - {"date"}

_LONGEST_WAIT = 3660  # days: a decision of a sheet is due within ten years


class Known(msgspec.Struct, frozen=True):
    """What the other files of the folder hold: lists by key, the names of the services."""

    lists: Mapping[str, ValueList]
    frameworks: Collection[str]


def question_faults(question: Question, *, form: Form, known: Known) -> Iterator[tuple[str, str]]:
    """Places inside the question, and reasons."""
    if not _is_name(question.key):
        yield "key", _BAD_KEY
    yield from _bind_faults(question, form)
    yield from _choice_faults(question, known)
    yield from _condition_faults(question, form, known)
    yield from _column_faults(question, known)
    yield from computed_faults(question, form)
    yield from _default_faults(question, known)
    yield from _row_faults("rows_if", question.rows_if, question, known)
    yield from _row_faults("here_if", question.here_if, question, known)
    yield from _day_faults(question)
    for index, mark in enumerate(question.keeps):
        if question.kind != "marked_text" or mark not in MARKS:
            yield f"keeps[{index}]", _NO_MARK
    if question.begins and question.kind != "tasks":
        yield "begins", _WRONG_DEFAULT
    for index, one in enumerate(question.begins):
        if not 0 <= one.after <= _LONGEST_WAIT:
            yield f"begins[{index}].after", _WRONG_DEFAULT
    if question.ranked and question.kind != "table":
        yield "ranked", _NOT_A_TABLE
    known_facts = FACTS | DAYS if question.kind == "date" else FACTS
    no_rows = question.kind == "table" and question.source not in ("", "household")
    if ((question.source or question.kind == "fact") and question.source not in known_facts) or no_rows:
        yield "source", _NO_FACT
    for index, framework in enumerate(question.frameworks):
        if framework not in known.frameworks:
            yield f"frameworks[{index}]", _NO_FRAMEWORK


def _default_faults(question: Question, known: Known) -> Iterator[tuple[str, str]]:
    if question.default is None:
        return
    if (
        question.kind in ELSEWHERE
        or question.kind == "computed"
        or fault(asks=question, value=question.default)
    ):
        yield "default", _WRONG_DEFAULT
    elif question.kind == "table":
        for column in question.columns:
            codes = _codes(column, known) if column.kind in CODED else None
            begun = {row[column.key] for row in question.default if row.get(column.key)}
            if codes is not None and not begun <= codes:
                yield "default", _NO_CODE
    elif question.kind in CODED:
        chosen = question.default if isinstance(question.default, list) else [question.default]
        codes = _codes(question, known)
        if codes is not None and not set(chosen) <= codes:
            yield "default", _NO_CODE


def _is_name(key: str) -> bool:
    return re.fullmatch(r"[a-z][a-z0-9_]*", key) is not None


def _bind_faults(question: Question, form: Form) -> Iterator[tuple[str, str]]:
    if not question.bind:
        return
    types = {field.name: field.type for field in msgspec.structs.fields(FORM_KINDS[form.record])}
    if question.bind in _OWN or question.bind not in types:
        yield "bind", _NO_ATTRIBUTE
        return
    kind = types[question.bind]
    held = [
        get_origin(part) or part for part in (get_args(kind) if type(None) in get_args(kind) else (kind,))
    ]
    if not {part.__name__ for part in held} & set(BINDS.get(question.kind, ())):
        yield "bind", _WRONG_ATTRIBUTE


def _choice_faults(asks: Question | Column, known: Known) -> Iterator[tuple[str, str]]:
    if asks.list and asks.list not in known.lists:
        yield "list", _NO_LIST
    if asks.kind in CODED and not asks.list and not asks.choices:
        yield "choices", _NO_CHOICE
    codes = [choice.code for choice in asks.choices]
    for index, code in enumerate(codes):
        if code in codes[:index]:
            yield f"choices[{index}].code", _TWICE


def _condition_faults(question: Question, form: Form, known: Known) -> Iterator[tuple[str, str]]:
    condition = question.shown_if
    if condition is None:
        return
    if condition.fact or not condition.question:
        yield from _fact_faults(condition)
        return
    asked = next((ask for ask in form.questions if ask.key == condition.question), None)
    if asked is None:
        yield "shown_if.question", _NO_QUESTION
        return
    codes = _codes(asked, known)
    if not condition.is_any:
        yield "shown_if.is_any", _NO_CODE
    for index, code in enumerate(condition.is_any):
        if codes is not None and code not in codes:
            yield f"shown_if.is_any[{index}]", _NO_CODE


def _fact_faults(condition: Condition) -> Iterator[tuple[str, str]]:
    if condition.question or not condition.fact:
        yield "shown_if", _ONE_OF_BOTH
    elif condition.fact not in FACTS:
        yield "shown_if.fact", _NO_FACT
    for index, code in enumerate(condition.is_any):
        if condition.fact in YES_OR_NO and code not in ("yes", "no"):
            yield f"shown_if.is_any[{index}]", _NO_CODE  # "non" would hide the question for ever
    if not condition.is_any:
        yield "shown_if.is_any", _NO_CODE


def _codes(asked: Question | Column, known: Known) -> set[str] | None:
    """The answers a question can have; None where its list could not be read."""
    if asked.kind == "yes_no":
        return set(YES_NO)
    if asked.list:
        listed = known.lists.get(asked.list)
        return {item.code for item in listed.items} if listed and listed.items else None
    return {choice.code for choice in asked.choices}


def _row_faults(
    place: str, condition: RowCondition | None, question: Question, known: Known
) -> Iterator[tuple[str, str]]:
    if condition is None:
        return
    column = next((one for one in question.columns if one.key == condition.column), None)
    if column is None:
        yield f"{place}.column", _NO_COLUMN
        return
    codes = _codes(column, known)
    if not condition.is_any or (codes is not None and not set(condition.is_any) <= codes):
        yield f"{place}.is_any", _NO_CODE


def _day_faults(question: Question) -> Iterator[tuple[str, str]]:
    for place in ("role", "yearly", "ahead"):
        if getattr(question, place) and question.kind != "date":
            yield place, _NOT_A_DATE
    if question.yearly and fault(asks=question, value=f"2028-{question.yearly}"):
        yield "yearly", _NO_DAY


def _column_faults(question: Question, known: Known) -> Iterator[tuple[str, str]]:
    if question.kind == "table" and not question.columns:
        yield "columns", _NO_COLUMNS
    keys = [column.key for column in question.columns]
    for index, column in enumerate(question.columns):
        if column.key in keys[:index]:
            yield f"columns[{index}].key", _TWICE
        if not _is_name(column.key):
            yield f"columns[{index}].key", _BAD_KEY
        faults = [*_choice_faults(column, known), *(_fact_faults(column.shown_if) if column.shown_if else ())]
        for within, reason in faults:
            yield f"columns[{index}].{within}", reason
