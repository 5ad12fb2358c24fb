"""Put something into the bin, and take it out again."""

from typing import Any

import msgspec

from app.actions.index.index_demand import index_advice, index_request
from app.actions.index.index_sheet import index_sheet
from app.actions.index.index_student import index_student
from app.actions.sheets.open_sheet import open_sheet
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS
from app.models.record import now
from app.storage.notebook import Notebook


def bin_record(notebook: Notebook, *, library: Library, kind: str, record_id: str) -> Changes:
    """Take a record out of every list and of the search; nothing is erased."""
    with notebook.change() as change:
        _mark(notebook, library, kind, record_id, now())
        notebook.drafts.drop(record_id)
        notebook.audit.add("binned", kind=kind, record_id=record_id)
    return change.changes


def restore_record(notebook: Notebook, *, library: Library, kind: str, record_id: str) -> Changes:
    """Put a record back where it was."""
    with notebook.change() as change:
        _mark(notebook, library, kind, record_id, None)
        notebook.audit.add("restored", kind=kind, record_id=record_id)
    return change.changes


def _mark(notebook: Notebook, library: Library, kind: str, record_id: str, at: str | None) -> None:
    shelf = notebook.shelf(kind)
    before = shelf.get(record_id)
    record: Any = shelf.save(msgspec.structs.replace(before, removed_at=at))
    if kind == "student":
        index_student(notebook, student=record)
        for sheet_kind in FORM_KINDS:
            for sheet in notebook.sheets(sheet_kind).of_student(notebook.students.ids_of(record_id)):
                _index(notebook, library, sheet_kind, sheet.id, hidden=at is not None)
        for request in notebook.requests.of_students(notebook.students.ids_of(record_id)):
            index_request(notebook, request=request)
    elif kind == "request":
        index_request(notebook, request=record)
    elif kind == "advice":
        index_advice(notebook, advice=record)
    elif kind in FORM_KINDS:
        _index(notebook, library, kind, record_id, hidden=at is not None)
        # what went into the bin with the sheet carries the same moment and comes back with it
        for task in notebook.tasks.with_source(record_id, removed_at=before.removed_at):
            notebook.tasks.save(msgspec.structs.replace(task, removed_at=at))


def _index(notebook: Notebook, library: Library, kind: str, record_id: str, *, hidden: bool) -> None:
    if hidden:
        notebook.search.drop(record_id)
        return
    sheet = open_sheet(notebook, library=library, kind=kind, record_id=record_id)
    index_sheet(notebook, form=sheet.form, record=sheet.record, values=sheet.values)
