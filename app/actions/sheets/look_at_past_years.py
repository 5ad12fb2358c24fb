"""Sheets that a service keeps for one school year alone, once that year is over: a list to decide about."""

from datetime import date

from app.actions.service_of import service_of
from app.frameworks.library import Library
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.paper import Paper
from app.models.school_year import first_day, school_year
from app.models.student import Student
from app.storage.notebook import Notebook


class PastYear(Discreet, frozen=True, kw_only=True):
    """One such sheet, and the school year it belongs to."""

    record: Paper
    form: Form
    student: Student | None
    year: str


def look_at_past_years(notebook: Notebook, *, library: Library, today: date) -> list[PastYear]:
    """Oldest first, what lies in the bin left out. Nothing is ever erased by itself."""
    forms = {key for service in library.frameworks.values() for key in service.one_year}
    records = [
        one for one in notebook.papers.on_forms(forms & set(library.forms)) if one.date < first_day(today)
    ]
    cases = notebook.cases.many(one.case_id for one in records if one.case_id)
    students = notebook.students.many(one.student_id for one in records if one.student_id)
    return [
        PastYear(
            record=one, form=library.forms[one.form], student=students.get(one.student_id or ""),
            year=school_year(one.date),
        )
        for one in records
        if one.form
        in library.framework(
            service_of(notebook, record=one, case=cases.get(one.case_id or ""))
        ).one_year
    ]  # fmt: skip
