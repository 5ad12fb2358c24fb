"""Requests and advice of one school year."""

from datetime import date

from app.models.advice import Advice
from app.models.discreet import Discreet
from app.models.request import Request
from app.models.school_year import school_year
from app.storage.notebook import Notebook


class Asked(Discreet, frozen=True, kw_only=True):
    """A request with its first contact: the day that was written, or else of the first interview since.

    `days` from the request to it; to today where the request still waits; to the day it was closed where
    nobody followed it; None where none of these counts.
    """

    request: Request
    contact: date | None
    days: int | None


class Demand(Discreet, frozen=True, kw_only=True):
    """`asked` and `advice` are of the year, newest first; `earlier` came before it.

    Of those `earlier` only what still waits and what was first seen in this year is there.
    """

    year: str
    years: list[str]
    asked: list[Asked]
    earlier: list[Asked]
    advice: list[Advice]
    students: dict[str, str]
    schools: dict[str, str]


def look_at_demand(notebook: Notebook, *, today: date, year: str = "") -> Demand:
    """What was received and given in a school year, the present one where none is named."""
    year = year or school_year(today)
    requests = notebook.requests.present()
    noted = notebook.requests.first_interviews([one.id for one in requests if one.first_contact is None])
    closed = notebook.requests.closed_on([one.id for one in requests if one.is_unfollowed])
    asked = [
        _asked(one, one.first_contact or noted.get(one.id), today if one.is_waiting else closed.get(one.id))
        for one in reversed(requests)
    ]
    before = [one for one in asked if school_year(one.request.received) < year]
    now = year == school_year(today)
    advice = notebook.advice.list()
    years = {year, school_year(today), *(school_year(one.received) for one in requests)}
    students = notebook.students.many(one.student_id for one in requests if one.student_id)
    return Demand(
        year=year,
        years=sorted(years | {school_year(one.given_on) for one in advice}, reverse=True),
        asked=[one for one in asked if school_year(one.request.received) == year],
        earlier=[one for one in before if (now and one.request.is_waiting) or _seen_in(one, year)],
        advice=[one for one in reversed(advice) if school_year(one.given_on) == year],
        students={one.id: one.name for one in students.values()},
        schools={one.id: one.name for one in notebook.schools.list()},
    )


def _asked(request: Request, contact: date | None, until: date | None) -> Asked:
    end = contact or until
    return Asked(
        request=request, contact=contact, days=max((end - request.received).days, 0) if end else None
    )


def _seen_in(asked: Asked, year: str) -> bool:
    return asked.contact is not None and school_year(asked.contact) == year
