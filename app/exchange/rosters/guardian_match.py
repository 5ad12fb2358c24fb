"""Which guardians of a file belong to followed students, and which of them the notebook knows."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.exchange.rosters.entry import RejectedLine
from app.exchange.rosters.guardian_entry import GuardianEntry
from app.exchange.rosters.guardian_plan import GuardianPlan, PlannedGuardian
from app.exchange.rosters.names import compact
from app.models.guardian import Guardian

_ALONE = ("family_name", "given_name", "relation", "phone", "email")
_ADDRESS = ("street", "postcode", "city")


def match_guardians(
    *,
    entries: Sequence[GuardianEntry],
    followed: Mapping[str, Sequence[str]],
    known: Mapping[str, Sequence[Guardian]],
) -> GuardianPlan:
    """A verdict for every guardian of a followed student.

    `followed` holds the numbers each student with an open case is known by; `known` their guardians,
    those in the bin too: who was put there on purpose does not come back by a list.
    """
    owner = {key: student_id for student_id, keys in followed.items() for key in keys}
    lines: list[PlannedGuardian] = []
    rejected: list[RejectedLine] = []
    met: set[tuple[str, str]] = set()
    for entry in entries:
        student_id = owner.get(entry.student_key)
        if student_id is None:
            continue
        traces = {(student_id, entry.person_key), (student_id, _folded(entry))}
        if entry.problem:
            rejected.append(RejectedLine(line=entry.line, reason=entry.problem))
        elif not traces & met:
            lines.append(_judged(entry, student_id, known.get(student_id, ())))
            met |= traces
    return GuardianPlan(
        lines=lines,
        rejected=rejected,
        followed=len(followed),
        found=len({owner[entry.student_key] for entry in entries if entry.student_key in owner}),
        unnumbered=sum(1 for keys in followed.values() if not keys),
        left=len({entry.person_key for entry in entries if entry.student_key not in owner}),
    )


def _judged(entry: GuardianEntry, student_id: str, guardians: Sequence[Guardian]) -> PlannedGuardian:
    same = next((guardian for guardian in guardians if _is_same(entry, guardian)), None)
    if same is None:
        return PlannedGuardian(entry=entry, student_id=student_id, verdict="new")
    return PlannedGuardian(
        entry=entry,
        student_id=student_id,
        verdict="known",
        guardian_id=same.id,
        changes={} if same.removed_at else _missing(entry, same),
    )


def _is_same(entry: GuardianEntry, guardian: Guardian) -> bool:
    """The same name; the same half of one where the notebook has only half; or reached the same way."""
    same_given = compact(entry.given_name) == compact(guardian.given_name)
    same_family = compact(entry.family_name) == compact(guardian.family_name)
    if same_given and same_family:
        return True
    if not (guardian.given_name and guardian.family_name):
        half = same_given if guardian.given_name else same_family if guardian.family_name else False
        return half and (not guardian.relation or entry.relation == guardian.relation)
    reached = {_digits(guardian.phone), guardian.email.casefold()} - {""}
    return same_given and bool(reached & {_digits(entry.phone), entry.email.casefold()})


def _missing(entry: GuardianEntry, guardian: Guardian) -> dict[str, Any]:
    """What the list adds; nothing the practitioner wrote is touched."""
    empty = [name for name in _ALONE if not getattr(guardian, name)]
    if not any(getattr(guardian, name) for name in _ADDRESS):
        empty += _ADDRESS
    return {name: getattr(entry, name) for name in empty if getattr(entry, name)}


def _digits(phone: str) -> str:
    """The last nine digits: +33 6 12 34 56 78 and 06 12 34 56 78 ring at the same place."""
    return "".join(sign for sign in phone if sign.isdigit())[-9:]


def _folded(entry: GuardianEntry) -> str:
    return f"{compact(entry.family_name)} {compact(entry.given_name)}"
