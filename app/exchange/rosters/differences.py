"""What the list would change on a student's sheet."""

from typing import Any

from app.exchange.rosters.entry import RosterEntry
from app.exchange.rosters.face import face_of
from app.models.student import Student

_FILLED_WHEN_EMPTY = ("birth_date", "gender", "phone", "email", "used_name")
_ADDRESS = ("street", "postcode", "city")


def differences(
    *, entry: RosterEntry, student: Student, school_id: str | None, decided: bool = False
) -> dict[str, Any]:
    """Attribute to new value. Class, school and number follow the list; what is empty is filled in.

    Nothing else the practitioner wrote is touched, unless the person decided (`decided`) that a
    doubtful line is this student: then a changed family name and a corrected birth date follow too.
    """
    changes: dict[str, Any] = {
        attribute: value
        for attribute, value in (
            ("class_name", entry.class_name),
            ("school_id", school_id),
            ("roster_key", entry.key),
        )
        if value and value != getattr(student, attribute)
    }
    empty = [name for name in _FILLED_WHEN_EMPTY if not getattr(student, name)]
    if not any(getattr(student, name) for name in _ADDRESS):
        empty += _ADDRESS
    changes |= {name: getattr(entry, name) for name in empty if getattr(entry, name)}
    if decided:
        changes |= _decided(entry, student)
    return changes


def _decided(entry: RosterEntry, student: Student) -> dict[str, Any]:
    """Another family name is a change; another spelling or a swap is the list's carelessness."""
    changes: dict[str, Any] = {}
    here, there = face_of(entry, school_id=None), face_of(student, school_id=None)
    if not (
        here.has_family_of(there) or here.is_near(there) or here.is_swapped(there) or not entry.family_name
    ):
        changes["family_name"] = entry.family_name
    if entry.birth_date and entry.birth_date != student.birth_date:
        changes["birth_date"] = entry.birth_date
    return changes
