"""What a record is called at the top of a page about it."""

from typing import Any

from app.ui.words.around_words import AROUND, around_words
from app.ui.workspace import Workspace


def record_words(workspace: Workspace, kind: str, record: Any) -> tuple[str, str]:
    """(whose it is, what it is); "" where it belongs to nobody."""
    notebook, text = workspace.notebook, workspace.text
    student = notebook.students.find(getattr(record, "student_id", None))
    whose = student.name if student else str(getattr(record, "unfiled_name", ""))
    if kind == "student":
        return record.name, text("the student’s sheet")
    if kind == "case":
        return whose, text("case {reference}", reference=record.reference)
    if kind == "guardian":
        return whose, text("guardian {name}", name=record.name or record.phone)
    if kind in AROUND:
        return whose, around_words(workspace, kind, record)
    if kind in ("correspondent", "school"):
        return "", str(record.name)
    if kind == "task":
        return whose, str(record.text)
    if kind == "partner":
        return "", text("{service}, directory entry", service=record.service)
    form = workspace.library.forms.get(record.form)
    title = workspace.locale.words(form.short_title or form.title) if form else record.form
    return whose, text("{form} of {day}", form=title, day=workspace.locale.date(record.date))
