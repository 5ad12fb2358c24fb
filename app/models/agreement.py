"""That an adult student lets the guardians be told."""

from datetime import date

from app.models.record import Record


class Agreement(Record, kw_only=True, frozen=True):
    """Given on a day and, where it ends, good until another one, that day included."""

    student_id: str
    given_on: date
    until: date | None = None
    note: str = ""  # what it is for, where it is not for everything

    def counts_on(self, day: date) -> bool:
        """Whether it is in force on this day."""
        return self.given_on <= day and (self.until is None or day <= self.until)
