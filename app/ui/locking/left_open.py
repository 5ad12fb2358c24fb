"""What was being written in a question when the notebook was locked: kept in it, and asked again."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from app.actions.left_open import QUESTIONS_LEFT_OPEN
from app.models.case import Case
from app.models.guardian import Guardian
from app.models.kinds import KINDS
from app.models.partner import Partner
from app.models.selection import Selection
from app.models.student import Student
from app.ui.dialogs.edit_advice import edit_advice
from app.ui.dialogs.edit_agreement import edit_agreement
from app.ui.dialogs.edit_case import edit_case
from app.ui.dialogs.edit_caution import edit_caution
from app.ui.dialogs.edit_enrolment import edit_enrolment
from app.ui.dialogs.edit_entry import edit_entry
from app.ui.dialogs.edit_guardian import edit_guardian
from app.ui.dialogs.edit_partner import edit_partner
from app.ui.dialogs.edit_professional import edit_professional
from app.ui.dialogs.edit_request import edit_request
from app.ui.dialogs.edit_resident import edit_resident
from app.ui.dialogs.edit_selection import edit_selection
from app.ui.dialogs.edit_student import edit_student
from app.ui.dialogs.note_told import note_told
from app.ui.dialogs.read_card import read_card
from app.ui.dialogs.save_attachment import save_attachment
from app.ui.dialogs.take_back import take_back
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace

T = TypeVar("T")
_AROUND: dict[str, Callable[..., object]] = {
    "advice": edit_advice,
    "agreement": edit_agreement,
    "caution": edit_caution,
    "enrolment": edit_enrolment,
    "professional": edit_professional,
    "request": edit_request,
    "resident": edit_resident,
}
LEFT_OPEN = QUESTIONS_LEFT_OPEN


def left_open() -> list[dict[str, Any]]:
    """Every question in which something was written, as JSON can hold it."""
    asked = [one for one in QApplication.topLevelWidgets() if isinstance(one, Dialog) and one.isVisible()]
    left = [one.left_open() for one in asked]
    return [msgspec.to_builtins(one) for one in left if one is not None]


def ask_again(workspace: Workspace, parent: QWidget) -> None:
    """Ask the questions left open once more, with what was written in them."""
    for left in workspace.notebook.preferences.get(LEFT_OPEN) or []:
        _ask(workspace, parent, left["question"], left["fields"], **left["about"])
        if workspace.locked:  # in the middle of it, so it has been kept again
            return
    workspace.notebook.preferences.set(LEFT_OPEN, [])


def _ask(
    workspace: Workspace, parent: QWidget, question: str, fields: list[Any], *, record: Any, **how: Any
) -> None:
    if question == "student":
        edit_student(workspace, parent, _was(record, Student), fields=fields)
    elif question == "partner":
        edit_partner(workspace, parent, _was(record, Partner), fields=fields)
    elif question == "case":
        edit_case(workspace, parent, msgspec.convert(record, Case), fields=fields, **how)
    elif question == "card":
        read_card(workspace, parent, fields)
    elif question == "take_back":
        take_back(workspace, parent, msgspec.convert(record, Case), fields)
    elif question == "selection":
        was = msgspec.convert(record, Selection)
        edit_selection(workspace, parent, was.correspondent_id, None if how["is_new"] else was, fields)
    elif question == "guardian":
        edit_guardian(workspace, parent, msgspec.convert(record, Guardian), fields=fields, **how)
    elif question == "entry":
        edit_entry(workspace, parent, fields=fields, **record)
    elif question == "told":
        note_told(workspace, parent, fields=fields, **record)
    elif question == "save_attachment":
        if (attachment := workspace.notebook.attachments.find(record)) is not None:
            save_attachment(workspace, parent, attachment, fields)
    elif question in _AROUND:
        edit = _AROUND[question]
        edit(workspace, parent, msgspec.convert(record, KINDS[question]), fields=fields, **how)


def _was(record: Any, kind: type[T]) -> T | None:
    return None if record is None else msgspec.convert(record, kind)
