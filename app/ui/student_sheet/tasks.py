"""What is to be done for a student; ticking does it, in its place."""

from functools import partial

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.sheets.save_task import save_task
from app.models.record import now
from app.models.task import Task
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.words.due_words import due_words
from app.ui.workspace import Workspace


class TasksBlock(QWidget):
    """A ticked line stays until the sheet is opened anew, so that a slip is taken back by unticking."""

    def __init__(self, workspace: Workspace, tasks: list[Task], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.ids = {task.id for task in tasks}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for task in tasks:
            column.addWidget(self._line(task))

    def _line(self, task: Task) -> QWidget:
        workspace = self._workspace
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        tick = CheckRow(workspace.theme, task.text, detail=task.who)
        tick.setObjectName(f"task:{task.id}")
        tick.toggled.connect(partial(self._finish, task.id))
        words, ink = due_words(workspace.locale, task.due, workspace.today)
        row.addWidget(tick, 1)
        row.addWidget(
            Label(workspace.theme, words, role="small" if ink == "ink2" else "small_strong", ink=ink)
        )
        return line

    def _finish(self, task_id: str, done: bool) -> None:
        task = self._workspace.notebook.tasks.get(task_id)
        self._workspace.act(save_task, task=msgspec.structs.replace(task, done_at=now() if done else None))
