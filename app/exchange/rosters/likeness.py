"""Whether a line and a student are the same person: yes, no, or why one has to ask."""

from app.exchange.rosters import reasons
from app.exchange.rosters.face import Face

SAME = ""
"""The same person without doubt."""

WEAK = frozenset({
    reasons.OTHER_SURNAME, reasons.SPELLING, reasons.SPELLING_NO_BIRTH_DATE, reasons.SWAPPED,
})  # fmt: skip
"""Doubts that vanish when the student stands on another line of the same list."""


def likeness(a: Face, b: Face, *, numbering_kept: bool) -> str | None:
    """SAME, a sentence of `reasons`, or None for two different people.

    `numbering_kept`: the list numbers its students as the last one did, so another number means
    another person.
    """
    same_school = a.school_id is None or b.school_id is None or a.school_id == b.school_id
    both_numbered = bool(a.key and b.key) and same_school
    same_key = both_numbered and a.key == b.key
    other_key = both_numbered and a.key != b.key and numbering_kept
    if a.has_family_of(b) and a.given == b.given:
        return _same_name(a, b, same_key=same_key, other_key=other_key, same_school=same_school)
    same_birth = a.birth_date is not None and a.birth_date == b.birth_date
    if same_key:
        return _same_number(a, b, same_birth=same_birth)
    if other_key:
        return None
    unknown_birth = a.birth_date is None or b.birth_date is None
    if a.is_swapped(b) and (same_birth or unknown_birth):
        return reasons.SWAPPED
    if a.is_near(b) and (same_birth or unknown_birth):
        return reasons.SPELLING if same_birth else reasons.SPELLING_NO_BIRTH_DATE
    same_class = same_school and a.class_name != "" and a.class_name == b.class_name
    if same_birth and same_class and a.given == b.given:
        return reasons.OTHER_SURNAME
    return None


def _same_name(a: Face, b: Face, *, same_key: bool, other_key: bool, same_school: bool) -> str | None:
    if a.birth_date and b.birth_date:
        if a.birth_date == b.birth_date:
            return reasons.OTHER_NUMBER if other_key else SAME
        if same_key:
            return reasons.OTHER_BIRTH_DATE_SAME_NUMBER
        return None if other_key else reasons.OTHER_BIRTH_DATE
    if same_key:
        return SAME
    if a.birth_date or b.birth_date or other_key:
        return reasons.NO_BIRTH_DATE
    return SAME if same_school and a.class_name == b.class_name else reasons.OTHER_CLASS


def _same_number(a: Face, b: Face, *, same_birth: bool) -> str | None:
    if same_birth and (a.is_near(b) or a.is_swapped(b)):
        return SAME
    if same_birth and a.given == b.given:
        return reasons.OTHER_SURNAME_SAME_NUMBER
    shares_something = same_birth or a.given == b.given or a.has_family_of(b)
    return reasons.SAME_NUMBER if shares_something else None  # a number given to someone else
