"""Somebody who lives with a student."""

from datetime import date

from app.models.majority import OF_AGE
from app.models.record import Record


class Resident(Record, kw_only=True, frozen=True):
    """`home` is the first or the second one, of parents who live apart.

    `birth_year` is kept beside a birth date too: it is what travels. `person_id` is the sheet of a sibling
    who is a student here.
    """

    student_id: str
    given_name: str = ""
    family_name: str = ""
    relation: str = ""  # a code of the list `relation`
    birth_date: date | None = None
    birth_year: int | None = None
    home: int = 1
    person_id: str | None = None
    position: int = 0

    @property
    def name(self) -> str:
        """Given name first, as spoken."""
        return f"{self.given_name} {self.family_name}".strip()

    def is_minor_on(self, day: date) -> bool | None:
        """Whether not yet 18; None where that cannot be known, as in the year of the 18th birthday."""
        if self.birth_date is not None:
            born = self.birth_date
            return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) < OF_AGE
        if self.birth_year is None or day.year - self.birth_year == OF_AGE:
            return None
        return day.year - self.birth_year < OF_AGE
