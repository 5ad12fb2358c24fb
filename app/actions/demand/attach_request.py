"""Say whom a request was for, and take it back."""

from datetime import date

import msgspec

from app.actions.cases.ensure_case import ensure_case
from app.actions.index.index_demand import index_request
from app.actions.index.index_student import index_student
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS
from app.models.record import new_id, now
from app.models.request import Request
from app.storage.notebook import Notebook


def attach_request(
    notebook: Notebook,
    *,
    request_id: str,
    student_id: str,
    today: date,
    framework: str = "",
) -> Changes:
    """The student's open case begins with it, or a new one opened for it; nothing is typed again.

    What becomes of it is said where nobody has: followed from now on, or followed already.
    """
    with notebook.change() as change:
        if notebook.requests.get(request_id).student_id:
            detach_request(notebook, request_id=request_id)
        _attach(notebook, notebook.requests.get(request_id), student_id, today, framework)
    return change.changes


def repeat_request(notebook: Notebook, *, request_id: str, student_id: str, today: date) -> Changes:
    """The same request for another student, such as a twin: one each, for each may go its own way."""
    with notebook.change() as change:
        before = notebook.requests.get(request_id)
        another = msgspec.structs.replace(
            before, id=new_id(), revision="", student_id=None, case_id=None, outcome="", outcome_note="",
            first_contact=None,
        )  # fmt: skip
        case = notebook.cases.find(before.case_id)
        _attach(notebook, another, student_id, today, case.framework if case else "")
    return change.changes


def detach_request(notebook: Notebook, *, request_id: str, outcome: str | None = None) -> Changes:
    """It was for somebody else. A case in which nothing was written and that began with it goes along.

    `outcome` is what had been said of it before, where one knows.
    """
    with notebook.change() as change:
        before = notebook.requests.get(request_id)
        if outcome is None:
            outcome = "" if before.outcome in ("opened", "known") else before.outcome
        saved = notebook.requests.save(
            msgspec.structs.replace(before, student_id=None, case_id=None, outcome=outcome)
        )
        index_request(notebook, request=saved)
        case = notebook.cases.find(before.case_id)
        if before.outcome == "opened" and case and not case.removed_at and _is_empty(notebook, case.id):
            notebook.cases.save(msgspec.structs.replace(case, removed_at=now()))
            notebook.audit.add("binned", kind="case", record_id=case.id)
            index_student(notebook, student=notebook.students.get(case.student_id))
    return change.changes


def _attach(notebook: Notebook, request: Request, student_id: str, today: date, framework: str) -> None:
    student = notebook.students.get(student_id)
    student_id = student.joined_into or student.id
    known = any(
        case.state == "open" for case in notebook.cases.of_student(notebook.students.ids_of(student_id))
    )
    case = ensure_case(notebook, student_id=student_id, today=today, framework=framework)
    outcome = ("known" if known else "opened") if request.is_waiting else request.outcome
    saved = notebook.requests.save(
        msgspec.structs.replace(request, student_id=student_id, case_id=case.id, outcome=outcome)
    )
    index_request(notebook, request=saved)


def _is_empty(notebook: Notebook, case_id: str) -> bool:
    """Nothing was written in this case, not even begun."""
    return not (
        any(notebook.sheets(kind).of_cases([case_id]) for kind in FORM_KINDS)
        or notebook.requests.of_case(case_id)
        or notebook.attachments.of_records([case_id])
        or any(draft.case_id == case_id for draft in notebook.drafts.list())
        or any(task.case_id == case_id for task in notebook.tasks.list())
    )
