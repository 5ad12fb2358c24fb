"""The steps of a beginning: done, here, to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box


class _Step(QWidget):
    """A circle with its number or a tick, words, small words under."""

    def __init__(self, theme: Theme, number: int, text: str, detail: str, last: bool) -> None:
        super().__init__()
        self._theme, self._number, self._last = theme, number, last
        self._state = "ahead"
        self._words = Label(theme, text, wrap=True)
        self._detail = Label(theme, detail, role="small", ink="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(44), theme.px(1), 0, theme.px(24 if not last else 4))
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._theme.px(30 if self._last else 64)))

    def show_as(self, state: str, detail: str | None) -> None:
        self._state = state
        self._words.set_look(
            role="strong" if state == "here" else "body", ink="ink2" if state == "ahead" else "ink"
        )
        if detail is not None:
            self._detail.setText(detail)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        side = theme.px(28)
        circle = QRect(0, 0, side, side)
        if self._state == "done":
            edge = theme.color("accent") if theme.flat else None
            box(painter, circle, radius=99, fill=theme.color("wash"), edge=edge, width=2)
            theme.draw_icon(painter, "check-bold", "accent", circle, 15)
        else:
            here = self._state == "here"
            fill = theme.color("accent") if here else None
            box(painter, circle, radius=99, fill=fill, edge=None if here else theme.color("stroke"))
            painter.setPen(theme.color("onaccent" if here else "ink2"))
            painter.setFont(theme.font("strong" if here else "body"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if not self._last:
            painter.fillRect(QRect(side // 2, side + 5, 1, self.height() - side - 10), theme.color("line"))


class Steps(QWidget):
    """`steps` are (words, small words); `set_current` shows which is being done, from 0."""

    def __init__(self, theme: Theme, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._steps = [
            _Step(theme, n + 1, text, detail, n == len(steps) - 1) for n, (text, detail) in enumerate(steps)
        ]
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(1)
        self.set_current(0)

    def set_current(self, current: int, details: Sequence[str] | None = None) -> None:
        """Everything before is done; `details` are other small words, one for each step."""
        for n, step in enumerate(self._steps):
            state = "done" if n < current else "here" if n == current else "ahead"
            step.show_as(state, details[n] if details is not None else None)
