"""A sentence the paper carries; on screen it is only said."""

from PySide6.QtWidgets import QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.fact import Fact


class Mention(Fact):
    """The sentence, quietly."""

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._lines.setText(self.label)
        self._lines.set_look(role="small", ink="ink2")
        self._lines.setAccessibleName(self.label)
        self.label = ""  # the sentence is all there is: nothing says it a second time above
