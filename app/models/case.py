"""A case: one stretch of following one student."""

from datetime import date

from app.models.record import Record


class Case(Record, kw_only=True, frozen=True):
    """`reference` is what paper shows instead of the name; `outcome` is a code of list N10b.

    `framework` is the service that follows it, "" where it is the notebook's own.
    """

    student_id: str
    reference: str
    opened: date
    state: str = "open"  # or "closed"
    closed: date | None = None
    outcome: str | None = None
    rhythm: str = ""  # "occasional" or "regular"
    framework: str = ""
