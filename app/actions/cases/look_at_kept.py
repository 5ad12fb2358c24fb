"""Cases that were kept as long as the service proposes: a list to decide about, one by one."""

from datetime import date, datetime

import msgspec

from app.actions.service_of import service_of
from app.frameworks.library import Library
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.framework import Framework
from app.models.handover import Handover
from app.models.student import Student
from app.storage.notebook import Notebook


class Kept(Discreet, frozen=True, kw_only=True):
    """`until` is the last day proposed, None where it cannot be said: a protection file without a birthday.

    `protected` says that a sheet makes it a protection file, `years` how many the service names.
    """

    case: Case
    name: str
    until: date | None
    protected: bool
    years: int


def kept_until(notebook: Notebook, *, library: Library, case: Case, closed: date) -> Kept:
    """How long the service proposes to keep a case that is, or is being, closed."""
    return _kept(notebook, library, [msgspec.structs.replace(case, closed=closed)])[0]


def look_at_kept(notebook: Notebook, *, library: Library, today: date) -> list[Kept]:
    """The cases whose time is over, those over for longest first. Nothing is ever erased by itself.

    Closed ones, and those given for good: from the day the colleague had them nobody writes in them here.
    """
    given = notebook.transfers.handovers.given()
    closed = [
        case if case.closed else msgspec.structs.replace(case, closed=_had_since(given[case.id]))
        for case in notebook.cases.list()
        if (case.state == "closed" and case.closed) or case.id in given
    ]
    found = [one for one in _kept(notebook, library, closed) if one.until and one.until < today]
    return sorted(found, key=lambda one: (one.until or today, one.case.reference))


def _kept(notebook: Notebook, library: Library, cases: list[Case]) -> list[Kept]:
    """Set-based: a list of thousands asks no more often than one."""
    students = notebook.students.many(case.student_id for case in cases)
    seen = {line.id: line.last_seen for line in notebook.students.lines([*students])}
    protecting = {
        form
        for service in library.frameworks.values()
        for form in (service.protected.forms if service.protected else [])
    }
    forms: dict[str, set[str]] = {}
    for kind in {library.forms[key].record for key in protecting if key in library.forms}:
        for case_id, sheets in notebook.sheets(kind).of_cases([case.id for case in cases]).items():
            forms.setdefault(case_id, set()).update(one.form for one in sheets if not one.removed_at)
    return [
        _one(
            case,
            students.get(case.student_id),
            library.framework(service_of(notebook, case=case)),
            seen.get(case.student_id),
            forms.get(case.id, set()),
        )
        for case in cases
    ]


def _one(case: Case, student: Student | None, service: Framework, seen: date | None, forms: set[str]) -> Kept:
    name, rule = (student.listed_name if student else ""), service.protected
    if rule is not None and forms & set(rule.forms):
        born, years = (student.birth_date if student else None), rule.years_after_majority
        until = _later(born, service.majority + years) if born else None
        return Kept(case=case, name=name, until=until, protected=True, years=years)
    closed = case.closed or case.opened
    until = _later(max(closed, seen) if seen else closed, service.review_after_years)
    return Kept(case=case, name=name, until=until, protected=False, years=service.review_after_years)


def _had_since(handover: Handover) -> date:
    return datetime.fromisoformat(handover.acknowledged_at or handover.at).astimezone().date()


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
