"""The heading of a part of the form: words, a hairline, help at the right or under them."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.form_view.parts.two_ends import TwoEnds
from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline
from app.ui.widgets.sheet_rows import GUTTER


class Heading(QWidget):
    """`right` is help, or what sets the marks."""

    def __init__(
        self, theme: Theme, text: str, *, right: QWidget | str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._start = theme, 0
        more = Label(theme, right, role="small", ink="ink2") if isinstance(right, str) else right
        self._column = QVBoxLayout(self)
        self._column.addWidget(TwoEnds(theme, Label(theme, text, role="strong"), more))

    def arrange(self, *, line_x: int) -> None:
        """Follow the margin line."""
        self._start = line_x + 1 + self._theme.px(GUTTER)
        self._column.setContentsMargins(self._start, 0, 0, self._theme.px(5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        rule = self._theme.color("line")
        hairline(QPainter(self), self._start, self.width(), self.height() - 1, rule)
