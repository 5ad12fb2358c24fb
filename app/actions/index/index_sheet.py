"""Make a sheet found by what it says."""

from app.frameworks.search_text import search_text
from app.models.form import Form, Values
from app.models.record import FormRecord
from app.storage.notebook import Notebook


def index_sheet(notebook: Notebook, *, form: Form, record: FormRecord, values: Values) -> None:
    """Put the sheet into the search, or take it out when binned; inside a change."""
    if record.removed_at:
        notebook.search.drop(record.id)
        return
    student = notebook.students.find(record.student_id)
    notebook.search.put_writing(
        kind=form.record,
        record_id=record.id,
        student_id=record.student_id,
        day=record.date.isoformat(),
        title=student.name if student else str(getattr(record, "unfiled_name", "")),
        body=search_text(form=form, values=values),
    )
