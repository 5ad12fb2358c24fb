"""What a letter asks its writer, each in its field; nothing has to be answered."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.form import Question
from app.models.letter import Ask, Letter
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.make_widget import make_widget
from app.ui.form_view.read import NotUnderstood
from app.ui.letters.field_row import field_row
from app.ui.workspace import Workspace

_TYPING_MS = 400  # the paper is made again when somebody pauses
_KINDS = {"text": "long_text"}


class AskedFields(QWidget):
    """`changed` a moment after the last key."""

    changed = Signal()

    def __init__(self, workspace: Workspace, letter: Letter, answers: Mapping[str, str]) -> None:
        super().__init__()
        self._widgets: dict[str, QuestionWidget] = {}
        context = Context(
            theme=workspace.theme, locale=workspace.locale, lists={}, sources=workspace,
            today=lambda: workspace.today,
        )  # fmt: skip
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(6))
        for ask in letter.asks:
            widget = make_widget(context=context, question=_question(ask), parent=self)
            assert widget is not None
            if answers.get(ask.key):
                widget.set_value(answers[ask.key])
            widget.changed.connect(lambda: self._soon.start(_TYPING_MS))
            self._widgets[ask.key] = widget
            field_row(workspace.theme, column, workspace.locale.words(ask.label), widget)

    def answers(self) -> dict[str, str]:
        """What was said, by key; what cannot be read counts as not said."""
        said = {}
        for key, widget in self._widgets.items():
            try:
                value = widget.value()
            except NotUnderstood:
                continue
            if value:
                said[key] = str(value)
        return said

    def focus_missing(self) -> bool:
        """On the first that is empty; False where none is."""
        said = self.answers()
        for key, widget in self._widgets.items():
            if key not in said and (stops := widget.tab_stops()):
                stops[0].setFocus()
                return True
        return False


def _question(ask: Ask) -> Question:
    return Question(key=ask.key, kind=_KINDS.get(ask.kind, ask.kind), label=ask.label)  # type: ignore[arg-type]
