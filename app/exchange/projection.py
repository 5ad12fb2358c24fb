"""What leaves: the current value of the fields that may travel, and nothing else of a record.

Earlier wordings and hashes of the whole record never leave; a field that is absent was not sent.
"""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from app.exchange.package.lines import AnswerLine, Author, RecordLine
from app.exchange.travelling import TRAVELLING, always_on, named
from app.frameworks.sheet import unasked
from app.models.answer import Answer
from app.models.form import Form, Question
from app.models.kinds import NAMES
from app.models.practitioner import Practitioner
from app.models.record import FormRecord, Record

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def project(*, record: Record, author: Practitioner, at: str, ancestors: list[str]) -> RecordLine:
    """A case or a student as it travels; KeyError for a noun that does not."""
    kind = NAMES[type(record)]
    plain = msgspec.to_builtins(record)
    fields = {name: plain[name] for name in TRAVELLING[kind]} | named(record)
    return _line(kind, record, author, at, ancestors, fields, [])


def project_sheet(
    *,
    record: FormRecord,
    answers: Sequence[Answer],
    form: Form,
    author: Practitioner,
    at: str,
    ancestors: list[str],
    carried: Sequence[Answer] = (),
) -> RecordLine:
    """A sheet as it travels: the questions of its form that may.

    `carried` are answers to another version of the form that came from elsewhere and go on as they came.
    """
    plain = msgspec.to_builtins(record)
    fields = {name: plain[name] for name in always_on(NAMES[type(record)])} | named(record)
    lines: list[AnswerLine] = []
    odd = {one.question.removesuffix(":other") for one in unasked(form=form, answers=answers)}
    for question in travelling_questions(form):
        if question.key in odd and not question.bind:
            continue  # what its answer says is not for this version to tell, and it is not empty either
        if question.bind:
            fields[question.bind] = plain[question.bind]
        for key in (question.key, f"{question.key}:other"):
            said = [one for one in answers if one.question == key and not _stays(question, one)]
            lines += [AnswerLine(question=key, row=one.row, value=one.value) for one in said]
            if not said and not question.bind and key == question.key:
                lines.append(AnswerLine(question=key))  # asked and empty, which is not "not sent"
    newer, known = record.form_version > form.version, {question.key for question in form.questions}
    carried = [one for one in carried if newer or one.question.removesuffix(":other") not in known]
    lines += [AnswerLine(question=one.question, row=one.row, value=one.value) for one in carried]
    version = max(form.version, record.form_version) if carried else form.version
    return _line(
        NAMES[type(record)], record, author, at, ancestors, fields, lines, form=form.key, version=version
    )


def says_anything(line: RecordLine, form: Form) -> bool:
    """Whether a sheet has anything that may leave beside being there."""
    bound = [question.bind for question in travelling_questions(form) if question.bind]
    return any(line.fields.get(name) for name in bound if name not in always_on(line.kind)) or any(
        answer.value is not None for answer in line.answers
    )


def travelling_questions(form: Form) -> list[Question]:
    """The questions of a form that may leave in a package."""
    return [question for question in form.questions if question.travels]


def _stays(question: Question, answer: Answer) -> bool:
    """Whether it is a paragraph whose mark keeps it here."""
    return isinstance(answer.value, dict) and answer.value.get("mark") in question.keeps


def _line(
    kind: str,
    record: Record,
    author: Practitioner,
    at: str,
    ancestors: list[str],
    fields: dict[str, Any],
    answers: list[AnswerLine],
    *,
    form: str = "",
    version: int = 0,
) -> RecordLine:
    fields = {name: clean(value) for name, value in fields.items()}
    answers = [msgspec.structs.replace(one, value=clean(one.value)) for one in answers]
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


def clean(value: Any) -> Any:
    """Control signs that came with a pasted text would make the receiver refuse the record."""
    if isinstance(value, str):
        return _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items()}
    return [clean(part) for part in value] if isinstance(value, list) else value
