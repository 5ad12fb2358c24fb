"""Where the cases of a student began: who had asked for help, and when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.index.index_demand import ORIGINS
from app.models.request import Request
from app.ui.dialogs.edit_request import edit_request
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.demand_words import REQUEST_OUTCOMES
from app.ui.workspace import Workspace


class RequestsBlock(QWidget):
    """A line a request; pressing it opens it."""

    def __init__(self, workspace: Workspace, requests: list[Request], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        for request in requests:
            column.addWidget(self._line(request))

    def _line(self, request: Request) -> PressableLines:
        workspace, text = self._workspace, self._workspace.text
        case = workspace.notebook.cases.find(request.case_id)
        words = [
            workspace.label(ORIGINS, request.origin),
            workspace.label(REQUEST_OUTCOMES, request.outcome) if request.outcome else "",
            text("case {reference}", reference=case.reference) if case else "",
        ]
        parts = (Part(workspace.locale.date(request.received), "strong"),
                 *(Part(word, "small", "ink2") for word in words if word))  # fmt: skip
        line = PressableLines(workspace.theme, [Line(parts)], does=text("Open the request"))
        line.setObjectName(f"request:{request.id}")
        line.clicked.connect(lambda: edit_request(workspace, self, request))
        return line
