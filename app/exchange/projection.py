"""What leaves: the current value of the fields that may travel, and nothing else of a record.

Earlier wordings and hashes of the whole record never leave; a field that is absent was not sent.
"""

from collections.abc import Iterator, Sequence

import msgspec

from app.exchange.package.lines import AnswerLine, Author, RecordLine
from app.exchange.travelling import ALWAYS_ON_SHEETS, TRAVELLING
from app.frameworks.asked import asked
from app.frameworks.sheet import read
from app.models.answer import Answer
from app.models.form import Form, Question
from app.models.kinds import NAMES
from app.models.practitioner import Practitioner
from app.models.record import FormRecord, Record


def project(*, record: Record, author: Practitioner, at: str, ancestors: list[str]) -> RecordLine:
    """A case or a student as it travels; KeyError for a noun that does not."""
    kind = NAMES[type(record)]
    plain = msgspec.to_builtins(record)
    return _line(kind, record, author, at, ancestors, {name: plain[name] for name in TRAVELLING[kind]}, [])


def project_sheet(
    *,
    record: FormRecord,
    answers: Sequence[Answer],
    form: Form,
    author: Practitioner,
    at: str,
    ancestors: list[str],
) -> RecordLine:
    """A sheet as it travels: the questions of its form that may, where their condition holds."""
    plain = msgspec.to_builtins(record)
    fields = {name: plain[name] for name in ALWAYS_ON_SHEETS}
    keys: set[str] = set()
    for question in travelling_questions(form=form, record=record, answers=answers):
        if question.bind:
            fields[question.bind] = plain[question.bind]
        keys |= {question.key, f"{question.key}:other"}
    lines = [
        AnswerLine(question=answer.question, row=answer.row, value=answer.value)
        for answer in answers
        if answer.question in keys
    ]
    return _line(
        NAMES[type(record)], record, author, at, ancestors, fields, lines, form=form.key, version=form.version
    )


def travelling_questions(*, form: Form, record: FormRecord, answers: Sequence[Answer]) -> Iterator[Question]:
    """The questions of a sheet that may leave in a package."""
    values = read(form=form, record=record, answers=answers)
    yield from (question for question in asked(form=form, values=values) if question.travels)


def _line(
    kind: str,
    record: Record,
    author: Practitioner,
    at: str,
    ancestors: list[str],
    fields: dict[str, object],
    answers: list[AnswerLine],
    *,
    form: str = "",
    version: int = 0,
) -> RecordLine:
    line = RecordLine(
        kind=kind,
        id=record.id,
        revision=record.revision,
        ancestors=ancestors,
        form=form,
        form_version=version,
        author=Author(id=author.id, name=author.name, profession=author.profession),
        at=at,
        fields=fields,
        answers=answers,
    )
    return msgspec.structs.replace(line, hash=line.digest())
