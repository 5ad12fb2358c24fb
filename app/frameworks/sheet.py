"""A record and its answers as the values of a form, and back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from app.errors import SheetIncomplete
from app.frameworks.asked import asked
from app.frameworks.kinds import CODED, ELSEWHERE, ROWS, fault, is_empty
from app.models.answer import Answer
from app.models.form import Form, Question, Values
from app.models.record import FormRecord


def read(*, form: Form, record: FormRecord, answers: Sequence[Answer]) -> Values:
    """What the sheet says, by question key; questions without a value are absent.

    An answer to an earlier or a newer form that this one cannot hold is not among them: see `unasked`.
    """
    values = said(form=form, record=record, answers=answers)
    odd = {
        ask.key
        for ask in form.questions
        if not ask.bind and ask.key in values and fault(asks=ask, value=values[ask.key])
    }
    return {key: value for key, value in values.items() if key.removesuffix(":other") not in odd}


def said(*, form: Form, record: FormRecord, answers: Sequence[Answer]) -> Values:
    """What was said to each question, whether its form can hold it or not."""
    rows = _by_question(answers)
    values: Values = {}
    for question in form.questions:
        if question.kind in ELSEWHERE:
            continue
        value = _plain(getattr(record, question.bind)) if question.bind else _answer(question, rows)
        if not is_empty(kind=question.kind, value=value):
            values[question.key] = value
            other = rows.get(f"{question.key}:other")
            if question.kind in CODED and other:
                values[f"{question.key}:other"] = other[0].value
    return values


def unasked(*, form: Form, answers: Sequence[Answer]) -> list[Answer]:
    """The answers this form has no question for, or asks in another way; they are kept as they came."""
    rows = _by_question(answers)
    held = {f"{ask.key}:other" for ask in form.questions if ask.bind and ask.kind in CODED}
    for question in form.questions:
        answered = not question.bind and question.kind not in ELSEWHERE
        if answered and not fault(asks=question, value=_answer(question, rows)):
            held |= {question.key, f"{question.key}:other"}
    return [answer for answer in answers if answer.question not in held]


def _by_question(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    rows: dict[str, list[Answer]] = {}
    for answer in answers:
        rows.setdefault(answer.question, []).append(answer)
    return rows


def _answer(question: Question, rows: dict[str, list[Answer]]) -> Any:
    """The value that answers make, its rows in order."""
    lines = [answer.value for answer in sorted(rows.get(question.key, []), key=_row)]
    return lines if question.kind in ROWS else next(iter(lines), None)


def write(
    *, form: Form, record: FormRecord, values: Values, previous: Sequence[Answer] = ()
) -> tuple[FormRecord, list[Answer]]:
    """The record with its bound attributes set, and the answers, all of them.

    What a condition hides is not written; what nobody types stays as it is. What this form cannot
    hold of `previous` is kept until its question is answered anew, and so is the number of a newer
    version. SheetIncomplete where a value is not one of its kind.
    """
    shown = {question.key for question in asked(form=form, values=values)}
    anew = {key for key in shown if values.get(key) is not None}
    fields = {field.name: field for field in msgspec.structs.fields(record)}
    bound: dict[str, Any] = {"form": form.key, "form_version": max(form.version, record.form_version)}
    answers = [
        answer
        for answer in unasked(form=form, answers=previous)
        if answer.question.removesuffix(":other") not in anew
    ]
    for question in form.questions:
        if question.kind in ELSEWHERE:
            continue
        value = _checked(question, values.get(question.key)) if question.key in shown else None
        if question.bind:
            field = fields[question.bind]
            if value is not None:
                bound[question.bind] = _converted(question, value, field.type)
            elif not field.required and question.screen:
                bound[question.bind] = _default(field)
        elif question.kind in ROWS and value is not None:
            answers += [Answer(question=question.key, row=row, value=line) for row, line in enumerate(value)]
        elif value is not None:
            answers.append(Answer(question=question.key, value=value))
        other = values.get(f"{question.key}:other")
        if question.kind in CODED and value is not None and isinstance(other, str) and other.strip():
            answers.append(Answer(question=f"{question.key}:other", value=other))
    return msgspec.structs.replace(record, **bound), answers


def _row(answer: Answer) -> int:
    return answer.row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _converted(question: Question, value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:  # 2.5 where the record counts in whole numbers
        raise _incomplete(question) from None


def _incomplete(question: Question) -> SheetIncomplete:
    return SheetIncomplete(question=next(iter(question.label.values()), question.key))


def _checked(question: Question, value: Any) -> Any:
    """The value without empty rows, or None when nothing is left."""
    if is_empty(kind=question.kind, value=value):
        return None
    if fault(asks=question, value=value):
        raise _incomplete(question)
    return (
        [row for row in value if not is_empty(kind=question.kind, value=row)]
        if isinstance(value, list)
        else value
    )
