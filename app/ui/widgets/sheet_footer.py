"""The bottom of a sheet, which does not scroll."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline
from app.ui.widgets.sheet_rows import GUTTER, LABEL_GAP


class SheetFooter(QWidget):
    """One content right of the margin line, with a label left of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._plain, self._line = theme, False, 0
        self._content: QWidget | None = None
        self._label = Label(theme, role="small_strong", ink="ink2")
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._label)
        # not fixed: words that wrap would be held to the height they have on one line
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def fill(self, content: QWidget, *, label: str = "", plain: bool = False) -> None:
        """Put the content in place of what was there; `plain` keeps the paper's colour."""
        if self._content is not None:
            self._content.deleteLater()
        self._content, self._plain = content, plain
        self._label.setText(label)
        self._layout.addWidget(content, 1)

    def set_margin(self, line: int, narrow: bool) -> None:
        """Follow the margin line."""
        theme, self._line = self._theme, line
        beside = bool(self._label.text()) and not narrow
        self._label.setVisible(beside)
        start = line + 1 + theme.px(GUTTER)
        self._label.setFixedWidth(start)
        self._label.setContentsMargins(0, 0, theme.px(GUTTER + LABEL_GAP), 0)
        edge = theme.px(14)
        self._layout.setContentsMargins(0 if beside else start, edge + 1, theme.px(GUTTER), edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list colour, or paper without the line."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("paper" if self._plain else "list"))
        if not self._plain:
            painter.fillRect(QRect(self._line, 0, 1, self.height()), theme.color("margin"))
        hairline(painter, 0, self.width(), 0, theme.color("line"))
