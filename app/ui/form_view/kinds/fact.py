"""What the notebook already knows, and is never typed here."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.widgets.label import Label


class Fact(QuestionWidget):
    """Read-only lines; it holds no value of its own."""

    block = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._lines = Label(self.theme, wrap=True, parent=self)
        self._lines.setContentsMargins(0, self.theme.px(3), 0, self.theme.px(3))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lines)
        self.show_fact("")

    def show_fact(self, fact: str) -> None:
        """Show the lines, or that nothing is known."""
        known = bool(fact.strip())
        self._lines.setText(fact if known else self._locale.text("not noted yet"))
        self._lines.set_look(ink="ink" if known else "ink2")
        self._lines.setAccessibleName(f"{self.label}: {self._lines.text()}")

    def raw(self) -> Any:
        """Nothing is typed."""
        return None

    def set_raw(self, raw: Any) -> None:
        """Nothing to show again."""

    def value(self) -> Any:
        """No value."""
        return None

    def set_value(self, value: Any) -> None:
        """No value."""

    def fields(self) -> list[QWidget]:
        """Nowhere to type."""
        return []

    def prefill(self, fact: str) -> None:
        """It always shows its fact."""
