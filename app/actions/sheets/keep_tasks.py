"""The decisions of a sheet as tasks."""

from datetime import date
from typing import Any

import msgspec

from app.actions.sheets.sheet import Sheet
from app.models.record import FormRecord, new_id, now
from app.models.task import Task
from app.storage.notebook import Notebook


def keep_tasks(notebook: Notebook, *, sheet: Sheet, record: FormRecord, rows: list[dict[str, Any]]) -> None:
    """Write one task a row, in order; rows taken off the sheet go to the bin. Inside a change."""
    before = {task.id: task for task in notebook.tasks.of_source(record.id)}
    for position, row in enumerate(rows):
        task_id = str(row.get("id") or new_id())
        known = before.pop(task_id, None)
        done_at = (known.done_at if known and known.done_at else now()) if row.get("done") else None
        notebook.tasks.save(
            Task(
                id=task_id,
                text=str(row["text"]).strip(),
                who=str(row.get("who") or "").strip(),
                due=date.fromisoformat(row["due"]) if row.get("due") else None,
                done_at=done_at,
                student_id=record.student_id,
                case_id=record.case_id,
                source_kind=sheet.kind,
                source_id=record.id,
                position=position,
            )
        )
    for task in before.values():
        notebook.tasks.save(msgspec.structs.replace(task, removed_at=now()))
