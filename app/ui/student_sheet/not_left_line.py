"""Beneath a case that was given away: what of it its new holder never got."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.actions.sending.written_since import written_since
from app.models.handover import Handover
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class NotLeftLine(QWidget):
    """Empty until the worker has looked, and when nothing is missing there."""

    def __init__(self, workspace: Workspace, handover: Handover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._handover = workspace, handover
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(workspace.theme.px(4))
        self.hide()
        workspace.tasks.run(
            partial(written_since, workspace.notebook, library=workspace.library, handover=handover),
            done=self._show,
        )

    def _show(self, count: int) -> None:
        if not isValid(self) or not count:  # or somebody went elsewhere meanwhile
            return
        workspace, to = self._workspace, self._handover.correspondent_id
        other = workspace.notebook.correspondents.find(to)
        if other is None:
            return
        words = workspace.locale.plural(
            "{name} does not have {n} record that was written here: the case left without it.",
            "{name} does not have {n} records that were written here: the case left without them.",
            count, name=other.name,
        )  # fmt: skip
        self._column.addWidget(Label(workspace.theme, words, role="small_strong", ink="warn", wrap=True))
        if other.state == "compared":
            send = Button(
                workspace.theme, workspace.text("Hand over what is missing…"), kind="quiet", small=True
            )
            send.setObjectName(f"case-missing:{self._handover.case_id}")
            send.clicked.connect(lambda: workspace.go("handover", record_id=to, kind=self._handover.case_id))
            self._column.addWidget(FlowRow(workspace.theme, send))
        self.show()
