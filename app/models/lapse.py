"""Why an agreement holds no longer, and which of several still stand in the way."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from app.models.agreement import GUARDIANS, Agreement
from app.models.discreet import Discreet
from app.models.majority import OF_AGE, of_age_since
from app.models.student import Student

Why = Literal["withdrawn", "expired", "of_age"]


class Lapse(Discreet, frozen=True, kw_only=True):
    """`since` is the day it was taken back, its last day, or the 18th birthday."""

    agreement: Agreement
    why: Why
    since: date


def lapse_of(agreement: Agreement, student: Student, day: date, *, majority: int = OF_AGE) -> Lapse | None:
    """Why it does not hold on this day; None while it does, and before it was given."""
    taken_back, until = agreement.withdrawn_on, agreement.until
    if taken_back is not None and taken_back <= day:
        return Lapse(agreement=agreement, why="withdrawn", since=taken_back)
    if until is not None and until < day:
        return Lapse(agreement=agreement, why="expired", since=until)
    of_age = of_age_since(student, day, majority=majority)
    if of_age is not None and agreement.giver in GUARDIANS:
        return Lapse(agreement=agreement, why="of_age", since=of_age)
    return None


def lapses_among(
    agreements: Sequence[Agreement], student: Student, day: date, *, majority: int = OF_AGE
) -> list[Lapse]:
    """Of agreements to one same thing, the newest first, those that ended and that nobody renewed.

    Each giver answers for themselves, and their last word counts. What both parents gave together later
    stands for each of them; once of age, the student's own word stands for everybody's.
    """
    last = _last_words([one for one in agreements if one.given_on <= day])
    ended = {key: lapse_of(one, student, day, majority=majority) for key, one in last.items()}
    found = [lapse for lapse in ended.values() if lapse is not None]
    of_age = of_age_since(student, day, majority=majority) is not None
    if of_age and "student" in last and ended["student"] is None:
        return []
    both = last.get("guardians") if ended.get("guardians") is None else None
    return [
        lapse
        for lapse in found
        if not (both and lapse.agreement.giver == "guardian" and lapse.since <= both.given_on)
    ]


def _last_words(agreements: Sequence[Agreement]) -> dict[str, Agreement]:
    """What each giver said last, of one day what was noted last; who was a minor then is the same person."""
    last: dict[str, Agreement] = {}
    for one in sorted(agreements, key=lambda each: each.given_on, reverse=True):
        giver = "student" if one.giver == "adult" else one.giver
        last.setdefault(f"{giver}{one.guardian_id or ''}" if giver == "guardian" else giver, one)
    return last
