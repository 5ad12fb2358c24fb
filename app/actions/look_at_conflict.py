"""Both versions of a record written on two sides, in words."""

from typing import Any

import msgspec

from app.actions.tell_travelling import tell_record
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.answer import Answer
from app.models.conflict import Conflict
from app.models.kinds import KINDS
from app.models.told import Told
from app.storage.notebook import Notebook


class TwoVersions(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` are (label, ours, theirs, common); "" where a version says nothing."""

    title: str
    lines: list[tuple[str, str, str, str]]

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<TwoVersions {len(self.lines)}>"


def look_at_conflict(
    notebook: Notebook, *, library: Library, conflict: Conflict, locale: Locale
) -> TwoVersions:
    """Only what travels is compared; lines that agree on both sides are left out."""
    ours_raw = _unpacked(conflict.ours)
    theirs_raw = _unpacked(conflict.theirs)
    told: list[Told] = []
    for fields, answers in (ours_raw, theirs_raw, _unpacked(conflict.ancestor or {})):
        # a version that names few fields says nothing of the others, which ours may fill for reading
        whole = {**ours_raw[0], **fields} if fields else {}
        told.append(_told(notebook, library, conflict, whole, answers, locale))
    ours, theirs, common = (dict(one.fields) for one in told)
    labels = dict.fromkeys([*ours, *theirs])
    lines = [
        (label, ours.get(label, ""), theirs.get(label, ""), common.get(label, ""))
        for label in labels
        if ours.get(label, "") != theirs.get(label, "")
    ]
    return TwoVersions(title=told[0].title or told[1].title, lines=lines)


def _unpacked(version: dict[str, Any]) -> tuple[dict[str, Any], list[Answer]]:
    fields = version.get("record") or version.get("fields") or {}
    answers = version.get("answers") or []
    return fields, [msgspec.convert(answer, Answer) for answer in answers]


def _told(
    notebook: Notebook,
    library: Library,
    conflict: Conflict,
    fields: dict[str, Any],
    answers: list[Answer],
    locale: Locale,
) -> Told:
    if not fields:
        return Told(kind=conflict.kind, record_id=conflict.record_id, title="", fields=[])
    record = msgspec.convert({**fields, "id": conflict.record_id}, KINDS[conflict.kind])
    return tell_record(
        notebook, library=library, kind=conflict.kind, record=record, answers=answers, locale=locale
    )
