"""The class list of a school as a unit proposes it: what it takes to know each student, and no more."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.exchange.incoming import is_possible, is_sound
from app.exchange.rosters.entry import RosterEntry
from app.models.discreet import Discreet
from app.models.school import School
from app.models.student import Student

Gender = Literal["", "f", "m", "x"]
_GENDERS: dict[str, Gender] = {"f": "f", "m": "m", "x": "x"}


class ProposedStudent(Discreet, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Names, birth date, class, and the school's own number: no address, nothing of what was written."""

    family_name: str
    given_name: str
    used_name: str = ""
    birth_date: date | None = None
    gender: Gender = ""
    class_name: str = ""
    key: str = ""


class ProposedRoster(Discreet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`school` is its name, "" for students of no school."""

    school: str = ""
    students: list[ProposedStudent]


def proposed_roster(students: Iterable[Student], *, school: School | None) -> ProposedRoster:
    """These students, by class and name."""
    return ProposedRoster(
        school=school.name if school else "",
        students=[
            ProposedStudent(
                family_name=one.family_name,
                given_name=one.given_name,
                used_name=one.used_name,
                birth_date=one.birth_date,
                gender=_GENDERS.get(one.gender, ""),
                class_name=one.class_name,
                key=one.roster_key,
            )
            for one in sorted(students, key=lambda one: (one.class_name, one.listed_name))
        ],
    )


def entries_of(students: Sequence[ProposedStudent]) -> list[RosterEntry]:
    """As the lines of any other class list."""
    return [
        RosterEntry(line=line, **msgspec.structs.asdict(one)) for line, one in enumerate(students, start=1)
    ]


def is_faulty(roster: ProposedRoster) -> bool:
    """Whether it names nobody, or somebody who cannot be."""
    students = [
        Student(family_name=one.family_name, given_name=one.given_name, birth_date=one.birth_date)
        for one in roster.students
    ]
    sound = is_sound(msgspec.to_builtins(roster))
    return not (students and sound and all(map(is_possible, students)))
