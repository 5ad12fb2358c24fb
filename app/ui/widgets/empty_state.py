"""What an empty place says: what it will hold, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.section_line import SectionLine


class OpenNotebook(QWidget):
    """A drawing: an open notebook, its margin lines, and a pencil. It says nothing to readers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """256 × 128 at 100 %."""
        return QSize(self._theme.px(256), self._theme.px(128))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages, lines, pencil."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme.scale, theme.scale)
        painter.translate(4, 4)
        outline = QPen(theme.color("ink2"), 2)
        outline.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for left in (0.0, 100.0):
            page = QPainterPath(QPointF(left, 6 if left == 0 else 18))
            if left == 0:
                page.cubicTo(30, -4, 70, -2, 100, 18)
                page.lineTo(100, 118)
                page.cubicTo(70, 98, 30, 98, 0, 108)
            else:
                page.cubicTo(130, -2, 170, -4, 200, 6)
                page.lineTo(200, 108)
                page.cubicTo(170, 98, 130, 98, 100, 118)
            page.closeSubpath()
            painter.setPen(outline)
            painter.setBrush(theme.color("field"))
            painter.drawPath(page)
            self._rule(painter, left)
        self._pencil(painter)

    def _rule(self, painter: QPainter, left: float) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("margin"), 1.5))
        x, top, bottom = (20.0, 2.0, 102.0) if left == 0 else (120.0, 7.0, 106.0)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.color("line"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for n in range(4):
            y = 30.0 + 18 * n
            line = QPainterPath(QPointF(left + 32, y - 2 if left == 0 else y))
            if left == 0:
                line.cubicTo(50, y - 6, 72, y - 2, 86, y + 4)
            else:
                line.cubicTo(146, y - 6, 168, y - 8, 186, y - 4)
            painter.drawPath(line)

    def _pencil(self, painter: QPainter) -> None:
        theme = self._theme
        painter.save()
        painter.translate(171, 78)
        painter.rotate(-39)
        pen = QPen(theme.color("ink2"), 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme.color("field"))
        tip = QPainterPath(QPointF(0, 0))
        tip.lineTo(17, -6)
        tip.lineTo(17, 6)
        tip.closeSubpath()
        painter.drawPath(tip)
        painter.setBrush(theme.color("ink2"))
        point = QPainterPath(QPointF(0, 0))
        point.lineTo(6, -2.2)
        point.lineTo(6, 2.2)
        point.closeSubpath()
        painter.drawPath(point)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(17, -6, 72, 12), 2, 2)
        painter.drawLine(QPointF(80, -6), QPointF(80, 6))
        painter.restore()


class EmptyState(QWidget):
    """The drawing, a title, sentences, buttons (one primary), and (icon, sentence) reassurances."""

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        text: str,
        actions: Sequence[QWidget] = (),
        reassurances: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(64), theme.px(64), theme.px(24), theme.px(32))
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(OpenNotebook(theme))
        column.addSpacing(theme.px(36))
        column.addWidget(Label(theme, title, role="title", wrap=True))
        column.addSpacing(theme.px(4))
        words = Label(theme, text, ink="ink2", wrap=True)
        words.setMaximumWidth(theme.px(560))
        column.addWidget(words)
        if actions:
            column.addSpacing(theme.px(24))
            column.addWidget(FlowRow(theme, *actions, spacing=12))
        if reassurances:
            column.addSpacing(theme.px(32))
            line = SectionLine(theme)
            line.setMaximumWidth(theme.px(560))
            column.addWidget(line)
            column.addSpacing(theme.px(16))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px(14))
            grid.setVerticalSpacing(theme.px(12))
            grid.setColumnStretch(1, 1)
            for row, (icon, sentence) in enumerate(reassurances):
                mark = Icon(theme, icon, "accent", size=20, line=theme.metrics("body").height())
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Label(theme, sentence, wrap=True), row, 1)
            column.addLayout(grid)
        column.addStretch(3)
