"""Longer writing in one's own words."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.growing_text import GrowingText

_MOST_EMPTY_LINES = 2


class LongText(QuestionWidget):
    """An area that grows with its text."""

    block = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self.area = self._make_area()
        self.area.setAccessibleName(self.label)
        self.area.textChanged.connect(self.changed)
        self.area.left.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def raw(self) -> Any:
        """The text."""
        return self.area.words() or None

    def set_raw(self, raw: Any) -> None:
        """Show the text; undo starts anew."""
        self.area.setPlainText(raw if isinstance(raw, str) else "")

    def value(self) -> Any:
        """The text; blank space alone is nothing."""
        text = self.area.words()
        return text if text.strip() else None

    def set_value(self, value: Any) -> None:
        """Show the text."""
        self.set_raw(value)

    def fields(self) -> list[QWidget]:
        """The area."""
        return [self.area]

    def _make_area(self) -> GrowingText:
        lines = min(self.question.lines, _MOST_EMPTY_LINES)
        return GrowingText(self.theme, lines=lines, parent=self)
