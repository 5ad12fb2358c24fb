"""Bring back what a record said in an earlier revision, as a new one."""

from datetime import date
from typing import Any

import msgspec

from app.actions.history.recall import Recalled, recall
from app.actions.index.index_demand import index_advice, index_request
from app.actions.index.index_sheet import index_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.save_student import save_student
from app.errors import AnotherCaseOpen, DraftWaits, RecordUnknown, RevisionErased, VersionReplaced
from app.frameworks.library import Library
from app.models.case import Case
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS
from app.storage.notebook import Notebook

# where a record stands is no wording of it: that stays as it is now
_STAYS = (
    "removed_at", "author_id", "created_at", "student_id", "case_id", "unfiled_name", "version",
    "replaces_id", "reference", "position", "roster_key", "joined_into",
)  # fmt: skip
_LEANS_ON = {"partner_id": "partner", "school_id": "school"}


def bring_back(notebook: Notebook, *, library: Library, revision_id: str, today: date) -> Changes:
    """Write the earlier words over the present ones, which stay readable as the revision before.

    What a sheet said comes back, as far as its form can hold it today; whose it is and in which case
    stays, and so do its decisions, which go on by themselves. RecordUnknown, RevisionErased, DraftWaits,
    VersionReplaced, AnotherCaseOpen.
    """
    revision = notebook.history.many([revision_id]).get(revision_id)
    if revision is None:
        raise RecordUnknown(reference=revision_id[:8])
    present = notebook.shelf(revision.kind).get(revision.record_id)
    content = notebook.history.content(revision_id)
    if content is None:
        raise RevisionErased
    then = recall(notebook, library=library, kind=revision.kind, content=content)
    record = _standing_as(notebook, present, then.record)
    with notebook.change() as change:
        if revision.kind in FORM_KINDS:
            _write_sheet(notebook, library, then, record)
        elif revision.kind == "student":
            save_student(notebook, student=record, today=today)
        else:
            _refuse_second_case(notebook, present, record)
            saved = notebook.shelf(revision.kind).save(record)
            if revision.kind == "request":
                index_request(notebook, request=saved)
            elif revision.kind == "advice":
                index_advice(notebook, advice=saved)
    return change.changes


def _standing_as(notebook: Notebook, present: Any, then: Any) -> Any:
    stays = {name: getattr(present, name) for name in _STAYS if hasattr(present, name)}
    gone = {
        name: None
        for name, kind in _LEANS_ON.items()
        if getattr(then, name, None) and notebook.shelf(kind).find(getattr(then, name)) is None
    }
    return msgspec.structs.replace(then, **stays, **gone)


def _write_sheet(notebook: Notebook, library: Library, then: Recalled, record: Any) -> None:
    replacement = notebook.plans.replacement(record.id)
    if replacement is not None:
        raise VersionReplaced(n=replacement.version)
    if notebook.drafts.get(record.id) is not None:
        raise DraftWaits
    notebook.sheets(then.kind).save(record, then.answers)
    sheet = open_sheet(notebook, library=library, kind=then.kind, record_id=record.id)
    student = notebook.students.find(record.student_id)
    if student is None or student.removed_at is None:
        index_sheet(notebook, form=sheet.form, record=sheet.record, values=sheet.values)


def _refuse_second_case(notebook: Notebook, present: Any, record: Any) -> None:
    """A case that comes back open beside another open one."""
    if not isinstance(record, Case) or record.state != "open" or present.state == "open":
        return
    student = notebook.students.get(record.student_id)
    ids = notebook.students.ids_of(student.joined_into or student.id)
    if any(other.state == "open" and other.id != record.id for other in notebook.cases.of_student(ids)):
        raise AnotherCaseOpen
