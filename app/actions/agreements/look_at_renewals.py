"""Agreements that are about to end, or that ended lately and nobody asked about again."""

from datetime import date, timedelta

from app.models.agreement import Agreement
from app.models.discreet import Discreet
from app.models.lapse import lapse_of, lapses_among
from app.models.majority import OF_AGE
from app.models.student import Student
from app.storage.notebook import Notebook

_AROUND, _DAY = timedelta(days=14), timedelta(days=1)


class Renewal(Discreet, frozen=True, kw_only=True):
    """`day` is its last day; with `of_age` the 18th birthday, after which the guardians’ is over."""

    agreement: Agreement
    student: Student
    day: date
    of_age: bool = False


def look_at_renewals(notebook: Notebook, *, day: date, majority: int = OF_AGE) -> list[Renewal]:
    """A fortnight before and a fortnight after, the soonest first; what was renewed since is absent."""
    since, until = day - _AROUND, day + _AROUND
    ending = notebook.agreements.ending(since=since, until=until)
    growing = notebook.agreements.of_guardians(
        born_since=_years_before(since, majority), born_until=_years_before(until, majority)
    )
    if not ending and not growing:
        return []
    whose = notebook.students.many(one.student_id for one in (*ending, *growing))
    beside: dict[str, list[Agreement]] = {}
    for one in notebook.agreements.of_students(whose):
        beside.setdefault(one.student_id, []).append(one)
    found = {}
    for one in [*ending, *growing]:
        student = whose[one.student_id]
        lapse = lapse_of(one, student, until + _DAY, majority=majority)
        if lapse is None or not since <= lapse.since <= until:
            continue
        same = [
            other
            for other in beside[student.id]
            if (other.scope, other.partner_id) == (one.scope, one.partner_id)
        ]
        standing = lapses_among(same, student, max(day, lapse.since + _DAY), majority=majority)
        if any(other.agreement.id == one.id for other in standing):
            found[one.id] = Renewal(
                agreement=one, student=student, day=lapse.since, of_age=lapse.why == "of_age"
            )
    return sorted(found.values(), key=lambda one: (one.day, one.student.listed_name))


def _years_before(day: date, years: int) -> date:
    """The same day so many years ago; 1 March for 29 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
