"""Somebody asked for help: counted also when nobody could follow it."""

from datetime import date

from app.models.record import Record

WAITING = ("", "waiting")  # of list request-outcome: nobody has said yet what becomes of it
UNFOLLOWED = ("refused", "none")


class Request(Record, kw_only=True, frozen=True):
    """For one person, or for nobody named yet: `for_whom` is what was said, the student comes later.

    `origin` is a code of list N03, `reason` of N02, `outcome` of request-outcome. `first_contact` is None
    where the interviews say it, or where there was none.
    """

    received: date
    origin: str = ""
    asked_by: str = ""
    for_whom: str = ""
    student_id: str | None = None
    case_id: str | None = None
    school_id: str | None = None
    reason: str = ""
    text: str = ""
    outcome: str = ""
    outcome_note: str = ""  # why it was not followed
    first_contact: date | None = None
    handler: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be said what becomes of it."""
        return self.outcome in WAITING

    @property
    def is_unfollowed(self) -> bool:
        """Whether it ended without being followed."""
        return self.outcome in UNFOLLOWED
