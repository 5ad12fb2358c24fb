"""Whether a record from outside is one of ours: known noun, allowed fields, sound values."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import msgspec

from app.exchange.attachments.limits import LARGEST
from app.exchange.package.lines import RecordLine, is_moment
from app.exchange.travelling import ATTACHMENT, FILE, LEANS_ON, NAMED, TRAVELLING
from app.frameworks.kinds import fault
from app.frameworks.sheet import said
from app.i18n import N_
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.form import Form, Section
from app.models.harmless_name import harmless_name
from app.models.kinds import FORM_KINDS, KINDS, NAMES
from app.models.record import FormRecord, Record
from app.models.resident import Resident

NOT_OURS = N_("This kind of record does not travel.")
ODD_FIELDS = N_("It holds fields that do not travel.")
ODD_VALUES = N_("A value in it is not possible.")
ALONE = N_("Its student or case is neither here nor in the package.")
NO_FORM = N_("Its form is not known here; a newer version of Carnet may know it.")
ERASED = N_("It was erased here for ever.")
TAKEN = N_("Its identifier belongs to another record here.")
_OWN = frozenset({"id", "removed_at", "revision"})
_LARGEST = 1 << 53  # what every reader of JSON counts exactly
_YEARS = range(1900, 2200)
# control signs, and those that turn the reading direction round so that a name looks like another
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SERVICE = re.compile(r"[A-Za-z0-9._-]{0,60}")  # the name of a file, known here or not
_IDS = ("student_id", "case_id", "partner_id", "author_id", "replaces_id")
_NEVER_EMPTY = {
    "student": ("name",), "case": ("reference",), "partner": ("service",), "caution": ("text",),
    "school": ("name",),
}  # fmt: skip
_CASE_STATES = {"open", "closed"}
_HOMES = {1, 2}


def fault_of(line: RecordLine, *, form: Form | None) -> str:
    """What is wrong with the record itself, an English sentence; "" when nothing is.

    `form` is the sheet's form as it is known here. The notebook is not asked, so once is enough.
    """
    if line.kind not in TRAVELLING and line.kind not in FORM_KINDS and line.kind != ATTACHMENT:
        return NOT_OURS
    if not line.fields.keys() <= _allowed(line.kind):
        return ODD_FIELDS
    texts = [line.author.name, line.author.profession, line.form]
    if not all(map(is_sound, [*texts, *_said(line), *(one.value for one in line.answers)])):
        return ODD_VALUES
    try:
        record = incoming_record(line)
    except (msgspec.ValidationError, TypeError):
        return ODD_VALUES
    if not is_possible(record) or (line.kind == ATTACHMENT and not _names_its_case(line)):
        return ODD_VALUES
    if line.kind in FORM_KINDS:
        if form is None or form.record != line.kind or record.form != form.key:
            return NO_FORM
        if not fits(line, record, form):
            return ODD_VALUES
    return ""


def out_of_place(line: RecordLine, *, kind_here: str, exists: Callable[[str, str], bool]) -> str:
    """Why the record has no place here, an English sentence; "" when it has one.

    `kind_here` is what this identifier means here already, `exists` answers for (kind, identifier)
    whether somebody can lean on it.
    """
    if kind_here not in ("", line.kind):
        return TAKEN
    leaning = [(kind, line.fields.get(name)) for name, kind in LEANS_ON.items()]
    return "" if all(not other or exists(kind, str(other)) for kind, other in leaning) else ALONE


def incoming_record(line: RecordLine, former: Record | None = None) -> Any:
    """The record as it would stand: what came over what is there; what did not come stays as it is."""
    struct = KINDS[line.kind]
    came = dict(line.fields)
    if line.kind == ATTACHMENT and isinstance(came.get("name"), str):
        came["name"] = harmless_name(came["name"])
    if issubclass(struct, FormRecord):
        came = {"author_id": line.author.id} | came
    base = msgspec.to_builtins(former) if former else {"id": line.id}
    return msgspec.convert({**base, **came}, struct)


def incoming_answers(line: RecordLine, former: list[Answer]) -> list[Answer]:
    """The answers as they would stand: a question that was not sent keeps its answer."""
    asked = {answer.question.removesuffix(":other") for answer in line.answers}
    kept = [answer for answer in former if answer.question.removesuffix(":other") not in asked]
    new = [
        Answer(question=answer.question, row=answer.row, value=answer.value)
        for answer in line.answers
        if answer.value is not None
    ]
    return kept + new


def _said(line: RecordLine) -> list[Any]:
    """The values; not the name of a file, which is made harmless as if it had been added here."""
    return [one for name, one in line.fields.items() if (line.kind, name) != (ATTACHMENT, "name")]


@cache
def _allowed(kind: str) -> frozenset[str]:
    if kind == ATTACHMENT:
        return frozenset(FILE)
    if kind in TRAVELLING:
        return frozenset((*TRAVELLING[kind], *([NAMED] if kind == "case" else [])))
    return frozenset(field.name for field in msgspec.structs.fields(KINDS[kind])) - _OWN


def fits(line: RecordLine, record: FormRecord, form: Form) -> bool:
    """Whether what is said are values of the kinds the form asks for."""
    if not is_moment(record.created_at):
        return False
    if any(a.question.endswith(":other") and not isinstance(a.value, str | None) for a in line.answers):
        return False
    keys = {answer.question for answer in line.answers}
    came = [q for q in form.questions if q.key in keys or (q.bind and q.bind in line.fields)]
    asked = msgspec.structs.replace(form, sections=[Section(key="", label={}, questions=came)])
    values = said(form=asked, record=record, answers=incoming_answers(line, []))
    newer = line.form_version > form.version  # it may ask in another way; what is not held here is kept
    return not any(
        fault(asks=question, value=values.get(question.key))
        for question in came
        if question.bind or not newer
    )


def is_possible(record: Record) -> bool:
    """Days of our time, identifiers that can be some, and what every record of its kind says."""
    values = msgspec.structs.asdict(record)
    return (
        all(value.year in _YEARS for value in values.values() if isinstance(value, date))
        and all(_ID.fullmatch(values[name]) for name in _IDS if values.get(name))
        and all(getattr(record, name).strip() for name in _NEVER_EMPTY.get(NAMES[type(record)], ()))
        and (not isinstance(record, Case | FormRecord) or _SERVICE.fullmatch(record.framework) is not None)
        and (not isinstance(record, Case) or record.state in _CASE_STATES)
        and (not isinstance(record, Resident) or _is_possible_resident(record))
        and (not isinstance(record, Attachment) or _is_possible_file(record))
    )


def _is_possible_resident(record: Resident) -> bool:
    return record.home in _HOMES and (record.birth_year is None or record.birth_year in _YEARS)


def _names_its_case(line: RecordLine) -> bool:
    """Whether an attachment from somebody else says to which case it belongs."""
    return _ID.fullmatch(str(line.fields.get("case_id"))) is not None


def _is_possible_file(record: Attachment) -> bool:
    return (
        record.record_kind in KINDS
        and _ID.fullmatch(record.record_id) is not None
        and _SHA256.fullmatch(record.sha256) is not None
        and 0 < record.size <= LARGEST
        and is_moment(record.added_at)
    )


def is_sound(value: Any) -> bool:
    """Text without control characters and numbers that can be kept, in lists and mappings too."""
    if isinstance(value, str):
        return _CONTROL.search(value) is None
    if isinstance(value, int | float):
        return abs(value) <= _LARGEST
    if isinstance(value, dict):
        return all(map(is_sound, [*value.keys(), *value.values()]))
    return not isinstance(value, list) or all(map(is_sound, value))
