"""The person's own words: serif italic between guillemets that are painted, not stored."""

from typing import Any

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.long_text import LongText
from app.ui.form_view.parts.growing_text import GrowingText
from app.ui.widgets.shapes import FOCUS, box

_BAR = 4
_BEFORE = 36  # from the edge to the first letter: the opening mark hangs in it
_AFTER = 32
_ABOVE = 8


class Quotation(LongText):
    """A block with a bar; what is typed in it is somebody else's."""

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        px = self.theme.px
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(_BEFORE), px(_ABOVE), px(_AFTER), px(_ABOVE))
        self._opening, self._closing = QLocale(self._locale.code).quoteString("\n").split("\n")
        self.area.textChanged.connect(self.update)
        self.area.left.connect(self.update)
        self.area.selectionChanged.connect(self.update)
        self.area.cursorPositionChanged.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The block, its bar, the marks where the words begin and end."""
        theme, painter = self.theme, QPainter(self)
        focused = self.area.hasFocus()
        edge = theme.color("accent" if focused else "stroke") if focused or theme.flat else None
        box(painter, self.rect(), radius=theme.px(6), fill=theme.color("list"), edge=edge, width=FOCUS)
        painter.fillRect(QRect(0, 0, theme.px(_BAR), self.height()), theme.color("accent"))
        painter.setFont(theme.font("verbatim"))
        painter.setPen(theme.color("ink" if self.area.toPlainText() else "ink2"))
        start, end = QTextCursor(self.area.document()), QTextCursor(self.area.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        gap = theme.px(6)
        width = painter.fontMetrics().horizontalAdvance(self._opening)
        first, last = self._place(start), self._place(end)
        if self.area.document().isEmpty():
            hint = painter.fontMetrics().horizontalAdvance(self.area.placeholderText())
            last.translate(hint, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first.translated(-gap - width, 0), left, self._opening)
        painter.drawText(last.translated(gap, 0), left, self._closing)

    def _place(self, cursor: QTextCursor) -> QRect:
        """Where the cursor would stand, wide enough for a mark."""
        rect = self.area.cursorRect(cursor)
        corner = self.area.viewport().mapTo(self, rect.topLeft())
        return QRect(QPoint(corner.x(), corner.y()), rect.size()).adjusted(0, 0, self.theme.px(40), 0)

    def _make_area(self) -> GrowingText:
        return GrowingText(self.theme, lines=1, role="verbatim", bare=True, parent=self)

    def set_raw(self, raw: Any) -> None:
        """Show the words."""
        super().set_raw(raw)
        self.update()
