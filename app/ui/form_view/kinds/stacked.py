"""What questions answered line by line have in common."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.row_stack import Row, RowStack


class Stacked(QuestionWidget):
    """A stack of lines; subclasses make one line and read one."""

    block = True
    gap = 0
    movable = False  # whether the order of lines is anybody's choice

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self.stack = self._make_stack()
        self.stack.changed.connect(self.changed)
        self.stack.left.connect(self.left)
        self.stack.fields_changed.connect(self.fields_changed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack)

    def raw(self) -> Any:
        """What the lines hold."""
        return self.stack.raw() or None

    def set_raw(self, raw: Any) -> None:
        """Show these lines."""
        self.stack.set_raw(raw if isinstance(raw, list) else [])

    def value(self) -> Any:
        """What the lines mean."""
        values = [value for raw in self.stack.raw() if (value := self._read(raw)) is not None]
        return values or None

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.set_raw([self._write(line) for line in value or []])

    def fields(self) -> list[QWidget]:
        """Every field of every line."""
        return self.stack.fields()

    def prefill(self, fact: str) -> None:
        """One line of the fact, one line here; where a line has several fields, nothing."""

    def _make_stack(self) -> RowStack:
        return RowStack(self.theme, self._make_row, gap=self.gap, movable=self.movable, parent=self)

    def _make_row(self) -> Row:
        raise NotImplementedError

    def _read(self, raw: Any) -> Any:
        """What one line means; None for nothing, NotUnderstood where it means nothing."""
        raise NotImplementedError

    def _write(self, value: Any) -> Any:
        """The line that means this."""
        raise NotImplementedError
