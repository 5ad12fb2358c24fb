"""A professional around a student."""

from datetime import date

from app.models.record import Record


class Professional(Record, kw_only=True, frozen=True):
    """Somebody of the directory, or somebody noted by name; `role` is what they are to this student.

    `secrecy` says whether they are bound by professional secrecy: "yes", "no", "partly", "varies" or "".
    """

    student_id: str
    partner_id: str | None = None
    name: str = ""
    role: str = ""
    secrecy: str = ""
    phone: str = ""
    since: date | None = None
    until: date | None = None

    def is_over_on(self, day: date) -> bool:
        """Whether they were there only before this day."""
        return self.until is not None and self.until < day
