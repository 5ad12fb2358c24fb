"""From the 18th birthday on the student decides who is told what."""

from collections.abc import Iterable
from datetime import date

from app.models.agreement import GUARDIANS, GUARDIANS_TOLD, Agreement
from app.models.student import Student

OF_AGE = 18


def of_age_since(student: Student, day: date, *, majority: int = OF_AGE) -> date | None:
    """The day of the 18th birthday once it has come; who was born on 29 February waits for 1 March."""
    born_on, age = student.birth_date, student.age_on(day)
    if born_on is None or age is None or age < majority:
        return None
    try:
        return born_on.replace(year=born_on.year + majority)
    except ValueError:
        return date(born_on.year + majority, 3, 1)


def agreed(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """The agreement to the guardians being told in force on a day, the one given last of several."""
    told = (one for one in agreements if one.scope == GUARDIANS_TOLD and one.giver not in GUARDIANS)
    found = [one for one in told if one.counts_on(day)]
    return max(found, key=lambda one: one.given_on, default=None)


def may_be_told(
    student: Student, agreements: Iterable[Agreement], day: date, *, majority: int = OF_AGE
) -> bool:
    """Whether the guardians are told and written to: before the 18th birthday, or while the student agrees.

    Without a birth date nothing is assumed: they are, and the page says what is missing.
    """
    return of_age_since(student, day, majority=majority) is None or agreed(agreements, day) is not None
