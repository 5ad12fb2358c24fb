"""Something to mind before anybody is written to or rung up for a student."""

from datetime import date

from app.models.record import Record


class Caution(Record, kw_only=True, frozen=True):
    """A judge's decision, an address to keep secret: `until` is its last day, None while nothing ends it."""

    student_id: str
    text: str = ""
    since: date | None = None
    until: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it is to be minded on this day; one that begins later is, so that nobody overlooks it."""
        return self.until is None or day <= self.until
