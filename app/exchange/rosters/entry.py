"""What one line of a class list came to."""

from datetime import date

from app.models.discreet import Discreet


class RosterEntry(Discreet, frozen=True, kw_only=True):
    """One student as the list has them; `line` counts the file's lines from 1.

    `doubt` is a reason to look at the line even when nobody in the notebook resembles it.
    """

    line: int
    family_name: str
    given_name: str
    used_name: str = ""
    class_name: str = ""
    birth_date: date | None = None
    gender: str = ""
    key: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    doubt: str = ""

    @property
    def listed_name(self) -> str:
        """Family name first, as filed."""
        return ", ".join(part for part in (self.used_name or self.family_name, self.given_name) if part)


class UnusedLine(Discreet, frozen=True, kw_only=True):
    """A line no student comes of, and why (a sentence of `reasons`)."""

    line: int
    reason: str


class RejectedLine(UnusedLine, frozen=True, kw_only=True):
    """A line that cannot be taken."""


class SkippedLine(UnusedLine, frozen=True, kw_only=True):
    """A sound line that is not needed: someone who has left the school."""
