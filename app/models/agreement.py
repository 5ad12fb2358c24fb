"""That somebody agrees to something: to what, who said so, how, from when to when."""

from datetime import date

from app.models.record import Record

GUARDIANS_TOLD = "parents"  # the scope that lets an adult's guardians be told
GUARDIANS = frozenset({"guardian", "guardians"})


class Agreement(Record, kw_only=True, frozen=True):
    """Given on a day and, where it ends, good until another one, that day included; until it is taken back.

    `scope` is a code of list `agreement-scopes`, `giver` of `agreement-givers`, `how` of `agreement-ways`.
    `guardian_id` is the one who gave it where each guardian gives their own, `partner_id` the service it
    names where it is for no other.
    """

    student_id: str
    given_on: date
    until: date | None = None
    note: str = ""  # what it is for, in words
    scope: str = GUARDIANS_TOLD
    giver: str = "adult"
    guardian_id: str | None = None
    partner_id: str | None = None
    how: str = ""
    withdrawn_on: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it is in force on this day, as far as the agreement itself says."""
        return self.given_on <= day and self.ended_by(day) is None

    def ended_by(self, day: date) -> date | None:
        """The day it was taken back or its last day, once that has come."""
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return self.withdrawn_on
        return self.until if self.until is not None and self.until < day else None
