"""Whether a record from outside is one of ours: known noun, allowed fields, sound values."""

import unicodedata
from collections.abc import Callable
from typing import Any

import msgspec

from app.exchange.package.lines import RecordLine
from app.exchange.travelling import TRAVELLING
from app.i18n import N_
from app.models.kinds import FORM_KINDS, KINDS
from app.models.record import FormRecord, Record

NOT_OURS = N_("This kind of record does not travel.")
ODD_FIELDS = N_("It holds fields that do not travel.")
ODD_VALUES = N_("A value in it is not possible.")
ALONE = N_("Its student or case is neither here nor in the package.")
_LEANS_ON = {"student_id": "student", "case_id": "case", "partner_id": "partner"}
_OWN = frozenset({"id", "removed_at", "revision"})


def refusal(line: RecordLine, *, exists: Callable[[str, str], bool]) -> str:
    """Why the record cannot be taken, an English sentence; "" when it can."""
    if line.kind not in TRAVELLING and line.kind not in FORM_KINDS:
        return NOT_OURS
    names = {field.name for field in msgspec.structs.fields(KINDS[line.kind])} - _OWN
    allowed = set(TRAVELLING[line.kind]) if line.kind in TRAVELLING else names
    if not line.fields.keys() <= allowed or len(line.id) != 32:
        return ODD_FIELDS
    try:
        incoming_record(line)
    except (msgspec.ValidationError, TypeError):
        return ODD_VALUES
    if not all(_is_plain(value) for value in [*line.fields.values(), *(a.value for a in line.answers)]):
        return ODD_VALUES
    leaning = [(kind, line.fields.get(name)) for name, kind in _LEANS_ON.items()]
    return "" if all(not other or exists(kind, str(other)) for kind, other in leaning) else ALONE


def incoming_record(line: RecordLine, former: Record | None = None) -> Any:
    """The record as it would stand: what came over what is there; what did not come stays as it is."""
    struct = KINDS[line.kind]
    came = dict(line.fields)
    if issubclass(struct, FormRecord):
        came = {"author_id": line.author.id} | came
    base = msgspec.to_builtins(former) if former else {"id": line.id}
    return msgspec.convert({**base, **came}, struct)


def _is_plain(value: Any) -> bool:
    """Text without control characters, in lists and mappings too."""
    if isinstance(value, str):
        return not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in value)
    if isinstance(value, dict):
        return all(_is_plain(part) for part in [*value.keys(), *value.values()])
    return not isinstance(value, list) or all(_is_plain(part) for part in value)
