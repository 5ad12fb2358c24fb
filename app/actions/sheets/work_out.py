"""The computed values of a sheet, from its answers and the days the notebook knows."""

from app.frameworks.computed import computed_questions, with_computed
from app.models.form import Form, Values
from app.models.record import FormRecord
from app.storage.notebook import Notebook


def work_out(
    notebook: Notebook, *, form: Form, record: FormRecord, values: Values, former: Values | None = None
) -> Values:
    """The values with every computed one as it comes out now."""
    if not computed_questions(form):
        return values
    return with_computed(form=form, values=values, days=known_days(notebook, record), former=former)


def known_days(notebook: Notebook, record: FormRecord) -> dict[str, str]:
    """The days a form can count from and to; unknown ones are absent."""
    student = notebook.students.find(record.student_id)
    student = notebook.students.find(student.joined_into) or student if student else None
    case = notebook.cases.find(record.case_id)
    days = {
        "student.born": student.birth_date if student else None,
        "case.opened": case.opened if case else None,
        "record.day": record.date,
    }
    return {name: day.isoformat() for name, day in days.items() if day}
