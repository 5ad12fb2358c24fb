"""Whether a student's whole sheet goes into the bin."""

from PySide6.QtWidgets import QWidget

from app.actions.bin_record import bin_record, restore_record
from app.models.student import Student
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def bin_student(workspace: Workspace, parent: QWidget, student: Student) -> bool:
    """Ask, then put it away; True when it was. Can be undone."""
    text = workspace.text
    dialog = Dialog(
        workspace.theme,
        title=text("Put this student in the bin?"),
        text=text(
            "{name} and everything noted go out of the lists and of the search. Nothing is erased:"
            " the bin gives it all back.",
            name=student.name,
        ),
        answers=[("bin", text("Put in the bin"), "danger"), ("keep", text("Keep"), "outlined")],
        parent=parent.window(),
    )
    if dialog.ask() != "bin":
        return False
    where = {"library": workspace.library, "kind": "student", "record_id": student.id}
    if not workspace.act(bin_record, **where):
        return False
    workspace.offer_undo(
        text("Put in the bin: {name}", name=student.name), lambda: workspace.act(restore_record, **where)
    )
    return True
