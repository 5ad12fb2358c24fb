"""Lines that leave with an agreement, watched while they are written: those to look at again are marked."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.actions.sheets.sheet import Sheet
from app.ui.fields.look_twice import look_twice
from app.ui.form_view.form_view import FormView
from app.ui.workspace import Workspace

_PAUSE_MS = 300


def watch_lines(workspace: Workspace, view: FormView, sheet: Callable[[], Sheet | None]) -> None:
    """Tables that name which of their rows may be printed; a form without one costs nothing.

    `sheet` is what lies open now: it may be filed to a student while it is written.
    """
    tables = [one for one in view.tables() if one.question.rows_if is not None]
    if not tables:
        return
    soon = QTimer(view)
    soon.setSingleShot(True)
    soon.setInterval(_PAUSE_MS)

    def judge() -> None:
        here = sheet()
        if here is None or workspace.locked:
            return
        for table in tables:
            student_id, record_id = here.record.student_id, here.record.id
            table.mark_rows(
                look_twice(workspace, table.first_words(), student_id=student_id, record_id=record_id)
            )

    soon.timeout.connect(judge)
    view.changed.connect(soon.start)
    view.filled.connect(soon.start)
