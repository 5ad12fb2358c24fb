"""What one guardian in a school's file came to."""

from app.models.discreet import Discreet


class GuardianEntry(Discreet, frozen=True, kw_only=True):
    """One adult of one student; the same adult stands once for each child.

    `line` counts the file's links from 1, `student_key` and `person_key` are the file's numbers,
    `problem` is a reason (a sentence of `reasons`) why this one cannot be taken.
    """

    line: int
    student_key: str
    person_key: str
    family_name: str
    given_name: str
    relation: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    problem: str = ""

    @property
    def listed_name(self) -> str:
        """Family name first, as filed."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


class GuardianList(Discreet, frozen=True, kw_only=True):
    """Everybody in the file who answers for a student, those to be asked first in front."""

    entries: list[GuardianEntry]
