"""The marks of paragraphs, left of the margin line: word and icon, never a colour code."""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.frameworks.marks import MARKS
from app.i18n import Locale
from app.ui.form_view.parts.marked_area import MarkedArea, mark_of
from app.ui.form_view.parts.marks import ICONS
from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token


class MarkMargin(QWidget):
    """Paints beside each paragraph of `area`, wherever that stands at its right."""

    def __init__(self, theme: Theme, locale: Locale, area: MarkedArea) -> None:
        super().__init__()
        self._theme, self._locale, self._area = theme, locale, area
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.edited.connect(self.update)
        area.document().documentLayout().documentSizeChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = self._theme.metrics("small_strong")
        widest = max(metrics.horizontalAdvance(self._locale.text(word)) for word in MARKS.values())
        return QSize(widest + self._theme.px(28), 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One mark a paragraph, on its first line."""
        painter, area = QPainter(self), self._area
        line = ceil(QFontMetricsF(area.font()).height())
        layout = area.document().documentLayout()
        corner = QPoint(0, 0)
        down = area.viewport().mapToGlobal(corner).y() - self.mapToGlobal(corner).y()
        block = area.document().begin()
        while block.isValid():
            top = down + round(layout.blockBoundingRect(block).top())
            self._paint_mark(painter, mark_of(block), QRect(0, top, self.width(), line))
            block = block.next()

    def _paint_mark(self, painter: QPainter, mark: str, rect: QRect) -> None:
        theme = self._theme
        supposed = mark == "hypothesis"
        ink: Token = "ink2" if supposed else "accent"
        role: Role = "small_italic" if supposed else "small_strong"
        side = theme.px(16)
        icon = QRect(rect.right() - side, rect.top(), side, rect.height())
        theme.draw_icon(painter, ICONS[mark], ink, icon, 16)
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(ink))
        words = rect.adjusted(0, 0, -side - theme.px(7), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, right, self._locale.text(MARKS[mark]))
