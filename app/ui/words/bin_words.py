"""What lies in the bin, in words."""

from operator import attrgetter
from typing import Any, NamedTuple

from app.i18n import N_
from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.models.task import Task
from app.ui.words.around_words import AROUND, around_words
from app.ui.words.by_number import is_by_number, number_of
from app.ui.workspace import Workspace

_KINDS = {
    "student": N_("student"),
    "guardian": N_("guardian"),
    "enrolment": N_("school year"),
    "resident": N_("person of the household"),
    "professional": N_("professional"),
    "sibling": N_("link to a sibling"),
    "caution": N_("thing to mind"),
    "agreement": N_("agreement"),
    "partner": N_("directory entry"),
    "task": N_("thing to do"),
    "school": N_("school"),
    "case": N_("case"),
    "request": N_("request"),
    "advice": N_("advice"),
    "attachment": N_("attachment"),
}


class Binned(NamedTuple):
    """One line: its name, what kind of thing it is, whose, and since when it lies there."""

    kind: str
    record_id: str
    name: str
    after: str
    detail: str
    at: str


def binned(workspace: Workspace) -> list[Binned]:
    """Everything in the bin, what went there last first."""
    notebook = workspace.notebook
    kinds = [*_KINDS, *FORM_KINDS]
    found = [
        _line(workspace, kind, record)
        for kind in kinds
        for record in notebook.shelf(kind).list(removed=True)
        if not _comes_back_with_its_sheet(workspace, record)
    ]
    return sorted(found, key=attrgetter("at"), reverse=True)


def _line(workspace: Workspace, kind: str, record: Any) -> Binned:
    words, whose = _KINDS.get(kind, ""), _whose(workspace, record)
    name, after = "", ""
    if kind == "student":
        name, after = record.listed_name, record.class_name
    elif kind == "guardian":
        name = record.name
    elif kind in AROUND:
        name = around_words(workspace, kind, record)
    elif kind == "partner":
        name, after = record.service, record.person
    elif kind == "task":
        name = record.text
    elif kind == "school":
        name, after = record.name, record.city
    elif kind == "case":
        name = record.reference
    elif kind == "attachment":
        name = record.name
    else:
        form = workspace.library.forms.get(record.form)
        title = workspace.locale.words(form.short_title or form.title) if form else record.form
        name, after = title, workspace.locale.date(record.date)
    detail = " · ".join(part for part in (workspace.text(words) if words else "", whose) if part)
    return Binned(kind, record.id, name, after, detail, record.removed_at or "")


def _comes_back_with_its_sheet(workspace: Workspace, record: Any) -> bool:
    """A decision that went into the bin together with the sheet it was taken on."""
    if not isinstance(record, Task) or record.source_kind not in FORM_KINDS:
        return False
    sheet = workspace.notebook.sheets(record.source_kind).find(record.source_id)
    return sheet is not None and sheet.removed_at == record.removed_at


def _whose(workspace: Workspace, record: Any) -> str:
    students = workspace.notebook.students
    if is_by_number(workspace, getattr(record, "form", "")):
        return number_of(workspace, student_id=record.student_id, case_id=record.case_id)
    if isinstance(record, Attachment):
        record = workspace.notebook.shelf(record.record_kind).find(record.record_id)
    student = students.find(getattr(record, "student_id", None))
    student = students.find(student.joined_into) or student if student else None
    return student.listed_name if student else str(getattr(record, "unfiled_name", ""))
