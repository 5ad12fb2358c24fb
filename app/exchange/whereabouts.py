"""How far what left for others has got, as two computers of one practitioner tell each other.

These are no records and have no history. What one computer says of a package or of a case that was given is
put together with what the other knows, so that nothing depends on which came first, or how often.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from app.exchange.package.lines import Author, Count, Id, Key, RecordLine, Short, canonical, is_moment
from app.models.discreet import Discreet
from app.models.handover import End, Handover
from app.models.package import Package
from app.models.practitioner import Practitioner
from app.models.sent_revision import SentRevision
from app.models.stream import Direction

GIVEN, LEFT, HELD = "handover", "package", "sent"
WHEREABOUTS = frozenset({GIVEN, LEFT, HELD})
"""The kinds of these lines: a case that changed hands, a package that left, the revisions in it."""

_AT_ONCE = 5_000  # revisions in a line, and refusals and conflicts that are told
_MOST_CASES = 12_000
_Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Why = Annotated[str, Meta(max_length=20_000)]


class _Said(Discreet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom it was exchanged with: by key, and by the card where the key has changed since."""

    sign_key: Key
    card_id: Id


class SaidGiven(_Said, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case that was given for good, or came so; what is not said here is each computer's own."""

    case_id: Id
    package_id: Id
    direction: Direction
    turn: Count
    at: str
    acknowledged_at: str | None
    ended_at: str | None
    ended_how: End
    why: _Why
    steps: Count


class SaidLeft(_Said, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A package of records for somebody else."""

    package_id: Id
    stream_id: Id
    sequence: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    hash: _Hash
    previous: Short | None
    at: str
    counts: dict[Short, Count]
    case_ids: Annotated[list[Id], Meta(max_length=_MOST_CASES)]
    handed_over_at: str | None
    reminded_at: str | None
    dropped_at: str | None
    acknowledged_at: str | None
    applied: Count | None
    conflicts: Annotated[list[Id], Meta(max_length=_AT_ONCE)]
    refused: Annotated[dict[Id, Short], Meta(max_length=_AT_ONCE)]
    steps: Count


class SaidHeld(_Said, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which revisions a package took along, each as (record, revision, hash of what of it left)."""

    package_id: Id
    revisions: Annotated[list[tuple[Id, Id, _Hash]], Meta(max_length=_AT_ONCE)]


Said = SaidGiven | SaidLeft | SaidHeld
_STRUCTS: dict[str, type[Said]] = {GIVEN: SaidGiven, LEFT: SaidLeft, HELD: SaidHeld}


def read_whereabouts(line: RecordLine) -> Said | None:
    """What a line says; None when it is not possible."""
    try:
        said = msgspec.convert(line.fields, _STRUCTS[line.kind])
    except msgspec.ValidationError:
        return None
    moments = [getattr(said, name) for name in said.__struct_fields__ if name.endswith("at")]
    return said if all(at is None or is_moment(at) for at in moments) else None


def tell_given(one: Handover, *, sign_key: str, card_id: str, author: Practitioner) -> RecordLine:
    """The line of a case that changed hands."""
    said = SaidGiven(sign_key=sign_key, card_id=card_id, **_shared(one, SaidGiven))
    name = f"{one.case_id} {one.package_id} {one.direction}"
    return _line(GIVEN, _named(name), said, author, one.at)


def tell_left(one: Package, *, sign_key: str, card_id: str, author: Practitioner) -> RecordLine:
    """The line of a package; of very many cases or refusals as many as a line holds."""
    whole = _shared(one, SaidLeft) | {"package_id": one.id}
    whole["case_ids"] = sorted(one.case_ids)[:_MOST_CASES]
    whole["conflicts"] = sorted(one.conflicts)[:_AT_ONCE]
    whole["refused"] = dict(sorted(one.refused.items())[:_AT_ONCE])
    return _line(LEFT, one.id, SaidLeft(sign_key=sign_key, card_id=card_id, **whole), author, one.at)


def held_lines(package_id: str, count: int) -> list[str]:
    """The identifiers, and the revisions at once, of the lines with what a package took along."""
    return [_named(f"{package_id} {start}") for start in range(0, count, _AT_ONCE)]


def tell_held(
    sent: Sequence[SentRevision], *, sign_key: str, card_id: str, author: Practitioner, at: str
) -> Iterator[RecordLine]:
    """The lines with what one package took along, in its order: they never change."""
    package_id = sent[0].package_id if sent else ""
    for start, name in zip(range(0, len(sent), _AT_ONCE), held_lines(package_id, len(sent)), strict=True):
        said = SaidHeld(
            sign_key=sign_key, card_id=card_id, package_id=package_id,
            revisions=[
                (one.record_id, one.revision_id, one.projection_hash)
                for one in sent[start : start + _AT_ONCE]
            ],
        )  # fmt: skip
        yield msgspec.structs.replace(_line(HELD, name, said, author, at), revision=name)


def agreed_given(ours: Handover, said: SaidGiven) -> Handover:
    """What both computers know of one case that changed hands: the same on both."""
    ended = max((one.steps, one.ended_at or "", one.ended_how, one.why) for one in (ours, said))
    return msgspec.structs.replace(
        ours,
        acknowledged_at=_first(ours.acknowledged_at, said.acknowledged_at),
        steps=ended[0],
        ended_at=ended[1] or None,
        ended_how=ended[2],
        why=ended[3],
    )


def agreed_left(ours: Package, said: SaidLeft) -> Package:
    """The same of a package."""
    steps = max(
        (one.steps, one.handed_over_at or "", one.reminded_at or "", one.dropped_at or "")
        for one in (ours, said)
    )
    newest: Package | SaidLeft = ours if _answered(ours) >= _answered(said) else said
    return msgspec.structs.replace(
        ours,
        acknowledged_at=_first(ours.acknowledged_at, said.acknowledged_at),
        steps=steps[0],
        handed_over_at=steps[1] or None,
        reminded_at=steps[2] or None,
        dropped_at=steps[3] or None,
        applied=newest.applied,
        conflicts=newest.conflicts,
        refused=newest.refused,
    )


def _answered(one: Package | SaidLeft) -> tuple[int, bytes]:
    """Receipts have no number here: the one that says of more records that they were taken counts."""
    said = [sorted(one.conflicts)[:_AT_ONCE], sorted(one.refused.items())[:_AT_ONCE]]
    return -1 if one.applied is None else one.applied, canonical(said)


def _first(*moments: str | None) -> str | None:
    return min((one for one in moments if one), default=None)


def _shared(one: msgspec.Struct, struct: type[msgspec.Struct]) -> dict[str, Any]:
    names: Iterable[str] = set(struct.__struct_fields__) & set(one.__struct_fields__)
    return {name: getattr(one, name) for name in names}


def _named(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _line(kind: str, name: str, said: Said, author: Practitioner, at: str) -> RecordLine:
    fields = msgspec.to_builtins(said)
    line = RecordLine(
        kind=kind, id=name, revision=_named(canonical(fields).decode()), at=at, fields=fields,
        author=Author(id=author.id, name=author.name, profession=author.profession),
    )  # fmt: skip
    return msgspec.structs.replace(line, hash=line.digest())
