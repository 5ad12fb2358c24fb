"""What is worked out from other answers, and never typed."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.frameworks.show import shown
from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.widgets.label import Label


class Computed(QuestionWidget):
    """The value in words; it follows what is typed elsewhere on the sheet."""

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._value: Any = None
        self._words = Label(self.theme, role="strong", parent=self)
        self._words.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addStretch(1)
        self.set_value(None)

    def raw(self) -> Any:
        """Nothing is typed."""
        return None

    def set_raw(self, raw: Any) -> None:
        """Nothing to show again: what is typed elsewhere decides."""

    def value(self) -> Any:
        """What came out last."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show what came out, or that there is nothing to count with yet."""
        self._value = value
        words = shown(question=self.question, value=value, lists={}, locale=self._locale)
        self._words.setText(words or "–")
        self._words.set_look(ink="ink" if words else "ink2")
        said = words or self._locale.text("nothing to work out yet")
        self._words.setAccessibleName(f"{self.label}: {said}")

    def fields(self) -> list[QWidget]:
        """Nowhere to type."""
        return []

    def prefill(self, fact: str) -> None:
        """It comes from the sheet alone."""
