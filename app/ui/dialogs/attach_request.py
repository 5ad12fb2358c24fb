"""Whom a request was for: asked, undone, taken back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.demand.attach_request import attach_request, detach_request, repeat_request
from app.actions.demand.save_request import save_request
from app.models.request import Request
from app.ui.dialogs.choose_student import choose_student
from app.ui.workspace import Workspace


def ask_whom(workspace: Workspace, parent: QWidget, *, request_id: str, again: bool = False) -> None:
    """Choose the student, who may be new; the case then begins with the request. It can be undone.

    `again` asks for another student, such as a twin, for whom the same was asked.
    """
    notebook, text = workspace.notebook, workspace.text
    request = notebook.requests.get(request_id)
    student_id = choose_student(
        workspace,
        parent,
        title=text("For whom else?") if again else text("For whom was it?"),
        text=text("The request is where the case begins; nothing is typed again."),
        typed="" if again else request.for_whom,
        without=frozenset({request.student_id} if request.student_id else ()),
    )
    if not student_id:
        return
    known = {one.id for one in notebook.requests.of_students([student_id])}
    attach = repeat_request if again else attach_request
    if not workspace.act(attach, request_id=request_id, student_id=student_id, today=workspace.today):
        return
    student = notebook.students.get(student_id)
    fresh = [one for one in notebook.requests.of_students([student.joined_into or student.id])
             if one.id not in known]  # fmt: skip
    done = text("Request of {day} attached to {name}", day=workspace.locale.date(request.received),
                name=student.name)  # fmt: skip
    undo = partial(_undo_repeat, workspace, fresh) if again else partial(_undo, workspace, request)
    workspace.offer_undo(done, undo)
    workspace.go("students", record_id=student.joined_into or student.id)


def take_apart(workspace: Workspace, *, request_id: str) -> None:
    """It was not for this student after all. The case goes along where nothing was written in it."""
    notebook, text = workspace.notebook, workspace.text
    before = notebook.requests.get(request_id)
    if not workspace.act(detach_request, request_id=request_id):
        return
    case = notebook.cases.find(before.case_id)
    if case is not None and case.removed_at:
        done = text(
            "Request set apart; case {reference}, still empty, is in the bin", reference=case.reference
        )
    else:
        done = text("Request set apart; the case stays")
    workspace.offer_undo(done, partial(_together, workspace, before))


def _undo(workspace: Workspace, before: Request) -> None:
    workspace.act(detach_request, request_id=before.id, outcome=before.outcome)


def _undo_repeat(workspace: Workspace, fresh: list[Request]) -> None:
    for one in fresh:
        if workspace.act(detach_request, request_id=one.id):
            workspace.act(bin_record, library=workspace.library, kind="request", record_id=one.id)


def _together(workspace: Workspace, before: Request) -> None:
    case = workspace.notebook.cases.find(before.case_id)
    if case is not None and case.removed_at:
        workspace.act(restore_record, library=workspace.library, kind="case", record_id=case.id)
    workspace.act(save_request, request=before)
