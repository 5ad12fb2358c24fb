"""Finish a sheet: what was typed becomes one revision."""

from datetime import date
from typing import Any

import msgspec

from app.actions.cases.ensure_case import ensure_case
from app.actions.index.index_sheet import index_sheet
from app.actions.sheets.keep_tasks import keep_tasks
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.said_last import keep_said
from app.actions.sheets.sheet import Sheet
from app.actions.sheets.work_out import work_out
from app.errors import VersionReplaced
from app.frameworks.library import Library
from app.frameworks.sheet import write
from app.models.changes import Changes
from app.models.form import Values
from app.storage.notebook import Notebook


class Finished(msgspec.Struct, frozen=True):
    """The sheet as it now stands and everything that changed."""

    sheet: Sheet
    changes: Changes


def finish_sheet(
    notebook: Notebook, *, library: Library, sheet: Sheet, values: Values, today: date
) -> Finished:
    """Write record, answers, tasks, revision and search index together; the draft is gone.

    SheetIncomplete where something typed cannot be understood: nothing is written and the draft stays.
    VersionReplaced for a version that is history.
    """
    shelf = notebook.sheets(sheet.kind)
    replacement = notebook.plans.replacement(sheet.record.id)
    if replacement is not None:
        raise VersionReplaced(n=replacement.version)
    with notebook.change() as change:
        record = sheet.record
        if record.student_id and not record.case_id:
            case = ensure_case(
                notebook, student_id=record.student_id, today=today, framework=record.framework
            )
            record = msgspec.structs.replace(record, case_id=case.id)
        values = work_out(notebook, form=sheet.form, record=record, values=values, former=sheet.values)
        record, answers = write(
            form=sheet.form, record=record, values=values, previous=shelf.answers(record.id)
        )
        saved = shelf.save(record, answers)
        if any(question.kind == "tasks" for question in sheet.form.questions):
            keep_tasks(notebook, sheet=sheet, record=saved, rows=_decisions(sheet, values))
        keep_said(notebook, form=sheet.form, values=values)
        index_sheet(notebook, form=sheet.form, record=saved, values=values)
        notebook.drafts.drop(saved.id)
        # read again, so that each decision carries the task it became
        finished = open_sheet(notebook, library=library, kind=sheet.kind, record_id=saved.id)
    return Finished(finished, change.changes)


def _decisions(sheet: Sheet, values: Values) -> list[dict[str, Any]]:
    return [
        row
        for question in sheet.form.questions
        if question.kind == "tasks"
        for row in values.get(question.key) or []
        if str(row.get("text") or "").strip()
    ]
