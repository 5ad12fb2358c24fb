"""What travels between two computers of one practitioner: everything they recorded, whole.

Their personal notes are in another file that no package is ever made of. Of a record every attribute
goes, also that it lies in the bin; of a sheet every answer, whatever its form lets others have; of an
attachment its bytes, until the other computer has them.
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
from app.exchange.package.lines import AnswerLine, Author, Id, Key, RecordLine, SealKey
from app.exchange.package.pieces import count_for
from app.exchange.projection import clean
from app.exchange.travelling import ATTACHMENT
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.correspondent import ONESELF, Correspondent
from app.models.form import Form
from app.models.kinds import FORM_KINDS, KINDS, NAMES
from app.models.practitioner import Practitioner
from app.models.record import FormRecord, Record

OWN_KINDS = (
    "unit", "school", "practitioner", "partner", "student", "case", "caution", "guardian", "resident",
    "professional", "sibling", "enrolment", "agreement", "request", "advice", "interview", "referral",
    "plan", "paper", "task", "correspondent", "attachment",
)  # fmt: skip
"""In the order people think of them: whatever others lean on first."""

LEANING = {
    "student_id": "student", "case_id": "case", "partner_id": "partner", "school_id": "school",
    "sibling_id": "student", "joined_into": "student", "person_id": "student",
}  # fmt: skip
"""The attributes that name another record without which this one cannot stand."""

JOINED = "joined_into"
"""The one among them that names a record of its own kind, which may be written after it."""

KINDS_LEANT_ON = tuple(dict.fromkeys(LEANING.values()))
_OWN = frozenset({"id", "revision"})


def project_own(
    *,
    record: Record,
    answers: Sequence[Answer],
    form: Form | None,
    author: Practitioner,
    at: str,
    ancestors: list[str],
    with_bytes: bool = False,
) -> RecordLine:
    """A record as it goes to one's other computer; `form` says which questions are asked and empty.

    `with_bytes`: the other computer does not have what this attachment is made of.
    """
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
        pieces=count_for(record.size) if with_bytes and isinstance(record, Attachment) else 0,
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
    if not is_possible(record) or (isinstance(record, Correspondent) and not _is_possible_card(record)):
        return ODD_VALUES
    if line.kind in FORM_KINDS:
        if form is None or form.record != line.kind or record.form != form.key:
            return NO_FORM
        if not fits(line, record, form):
            return ODD_VALUES
    return ""


def stands(line: RecordLine, *, exists: Callable[[str, str], bool]) -> bool:
    """Whether every neighbour a line leans on is there, but whom a student was joined with."""
    return all(
        exists(kind, other)
        for name, kind in _leaning(line)
        if name != JOINED and (other := str(line.fields.get(name) or ""))
    )


def _is_possible_card(card: Correspondent) -> bool:
    """Somebody else's, with keys that can be some."""
    try:
        msgspec.convert(card.card_id, Id)
        msgspec.convert(card.sign_key, Key)
        msgspec.convert(card.seal_key, SealKey)
    except msgspec.ValidationError:
        return False
    return bool(card.name.strip()) and card.role != ONESELF


def _leaning(line: RecordLine) -> Iterable[tuple[str, str]]:
    """The attributes of this very line: an attachment says itself with what kind of record it is kept."""
    if line.kind == ATTACHMENT:
        return [("record_id", str(line.fields.get("record_kind")))]
    return LEANING.items()
