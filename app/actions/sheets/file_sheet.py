"""File a sheet to a student, or to another one."""

from datetime import date

import msgspec

from app.actions.cases.ensure_case import ensure_case
from app.actions.index.index_sheet import index_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.plan import Plan
from app.storage.notebook import Notebook


def file_sheet(
    notebook: Notebook, *, library: Library, kind: str, record_id: str, student_id: str, today: date
) -> Changes:
    """Move a sheet, its other versions and its tasks to a student’s case; nothing on it changes.

    A sheet that was never finished stays a draft, now about that student.
    """
    with notebook.change() as change:
        sheet = open_sheet(notebook, library=library, kind=kind, record_id=record_id)
        if sheet.draft and sheet.is_new:
            notebook.drafts.keep(msgspec.structs.replace(sheet.draft, student_id=student_id, case_id=None))
            change.note(kind, record_id)
            return change.changes
        case = ensure_case(notebook, student_id=student_id, today=today)
        record = msgspec.structs.replace(sheet.record, student_id=student_id, case_id=case.id)
        if hasattr(record, "unfiled_name"):
            record = msgspec.structs.replace(record, unfiled_name="")
        saved = notebook.sheets(kind).save(record)
        for task in notebook.tasks.of_source(record_id):
            notebook.tasks.save(msgspec.structs.replace(task, student_id=student_id, case_id=case.id))
        index_sheet(notebook, form=sheet.form, record=saved, values=sheet.values)
        if kind == "plan":
            _file_versions(notebook, library, saved)
        if sheet.draft:
            draft = msgspec.structs.replace(sheet.draft, student_id=student_id, case_id=case.id)
            notebook.drafts.keep(draft)
    return change.changes


def _file_versions(notebook: Notebook, library: Library, filed: Plan) -> None:
    """A plan stays together: its other versions belong to the same student."""
    for version in notebook.plans.versions(filed):
        if version.id != filed.id:
            moved = msgspec.structs.replace(version, student_id=filed.student_id, case_id=filed.case_id)
            saved = notebook.plans.save(moved)
            sheet = open_sheet(notebook, library=library, kind="plan", record_id=saved.id)
            index_sheet(notebook, form=sheet.form, record=saved, values=sheet.values)
