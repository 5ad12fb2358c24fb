"""What travels between two computers of one practitioner: everything they recorded, whole.

Their personal notes are in another file that no package is ever made of. Of a record every attribute
goes, also that it lies in the bin; of a sheet every answer, whatever its form lets others have.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from app.exchange.incoming import (
    NO_FORM,
    NOT_OURS,
    ODD_FIELDS,
    ODD_VALUES,
    fits,
    incoming_record,
    is_possible,
    is_sound,
)
from app.exchange.package.lines import AnswerLine, Author, RecordLine
from app.exchange.projection import clean
from app.models.answer import Answer
from app.models.form import Form
from app.models.kinds import FORM_KINDS, KINDS, NAMES
from app.models.practitioner import Practitioner
from app.models.record import FormRecord, Record

STAYING = frozenset({"attachment", "correspondent"})
"""Files are too large for a letter, and whose words were compared was compared at one computer."""

OWN_KINDS = (
    "unit", "school", "practitioner", "partner", "student", "case", "caution", "guardian", "resident",
    "professional", "sibling", "enrolment", "agreement", "request", "advice", "interview", "referral",
    "plan", "paper", "task",
)  # fmt: skip
"""In the order people think of them: whatever others lean on first."""

LEANING = {
    "student_id": "student", "case_id": "case", "partner_id": "partner", "school_id": "school",
    "sibling_id": "student", "joined_into": "student", "person_id": "student",
}  # fmt: skip
"""The attributes that name another record without which this one cannot stand."""

_OWN = frozenset({"id", "revision"})


def project_own(
    *,
    record: Record,
    answers: Sequence[Answer],
    form: Form | None,
    author: Practitioner,
    at: str,
    ancestors: list[str],
) -> RecordLine:
    """A record as it goes to one's other computer; `form` says which questions are asked and empty."""
    plain = msgspec.to_builtins(record)
    fields = {name: clean(value) for name, value in plain.items() if name not in _OWN}
    lines = [AnswerLine(question=one.question, row=one.row, value=clean(one.value)) for one in answers]
    said = {one.question for one in lines}
    for question in form.questions if form else ():
        if not question.bind and question.key not in said:
            lines.append(AnswerLine(question=question.key))
    sheet = record if isinstance(record, FormRecord) else None
    line = RecordLine(
        kind=NAMES[type(record)], id=record.id, revision=record.revision, ancestors=ancestors,
        form=sheet.form if sheet else "", form_version=sheet.form_version if sheet else 0,
        author=Author(id=author.id, name=author.name, profession=author.profession), at=at, fields=fields,
        answers=lines,
    )  # fmt: skip
    return msgspec.structs.replace(line, hash=line.digest())


def own_fault(line: RecordLine, *, form: Form | None) -> str:
    """What is wrong with a record from one's other computer, an English sentence; "" when nothing is."""
    if line.kind not in OWN_KINDS:
        return NOT_OURS
    if not line.fields.keys() <= {one.name for one in msgspec.structs.fields(KINDS[line.kind])} - _OWN:
        return ODD_FIELDS
    texts = [line.author.name, line.author.profession, line.form]
    if not all(map(is_sound, [*texts, *line.fields.values(), *(one.value for one in line.answers)])):
        return ODD_VALUES
    try:
        record = incoming_record(line)
    except (msgspec.ValidationError, TypeError):
        return ODD_VALUES
    if not is_possible(record):
        return ODD_VALUES
    if line.kind in FORM_KINDS:
        if form is None or form.record != line.kind or record.form != form.key:
            return NO_FORM
        if not fits(line, record, form):
            return ODD_VALUES
    return ""


def standing(lines: Iterable[RecordLine], *, exists: Callable[[str, str], bool]) -> set[str]:
    """Identifiers of those lines whose every neighbour is here or among them."""
    left = {line.id: line for line in lines}
    while True:
        falling = [
            key
            for key, line in left.items()
            for name, kind in LEANING.items()
            if (other := str(line.fields.get(name) or ""))
            and not (other in left and left[other].kind == kind)
            and not exists(kind, other)
        ]
        if not falling:
            return set(left)
        for key in falling:
            left.pop(key, None)
