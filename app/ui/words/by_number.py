"""Sheets that lists show under the number of their case: whose they are is read on the sheet."""

from datetime import datetime

from app.models.record import FormRecord
from app.ui.workspace import Workspace


def is_by_number(workspace: Workspace, form_key: str) -> bool:
    """Whether the form says so; one that is gone is no less discreet than the rest of the notebook."""
    form = workspace.library.forms.get(form_key)
    return form is not None and form.by_number


def number_of(workspace: Workspace, *, student_id: str | None, case_id: str | None = None) -> str:
    """The case in words, without a name: the sheet’s own, or the one that is open."""
    notebook, text = workspace.notebook, workspace.text
    case = notebook.cases.find(case_id)
    if case is None and student_id:
        known = notebook.cases.of_student(notebook.students.ids_of(student_id))
        case = next((one for one in known if one.state == "open"), None)
    return text("Case {reference}", reference=case.reference) if case else text("No number yet")


def begun_at(record: FormRecord) -> str:
    """The hour it was begun, which tells two of the same case and evening apart."""
    return f"{datetime.fromisoformat(record.created_at).astimezone():%H:%M}"
