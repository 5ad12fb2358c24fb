"""The keys of the marks, beside the heading; a hand may press them too."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.frameworks.marks import MARKS
from app.i18n import Locale
from app.ui.form_view.parts.marked_area import MarkedArea
from app.ui.form_view.parts.marks import KEYS
from app.ui.theme.theme import Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box


class MarkLegend(QWidget):
    """Four small buttons that leave the focus where one types."""

    def __init__(self, theme: Theme, locale: Locale, area: MarkedArea) -> None:
        super().__init__()
        layout = FlowLayout(spacing=theme.px(12), parent=self)
        for mark, word in MARKS.items():
            button = _MarkButton(theme, locale.text(word), locale.text(KEYS[mark]))
            button.clicked.connect(lambda _=False, mark=mark: area.mark(mark))
            layout.addWidget(button)


class _MarkButton(PaintedButton):
    def __init__(self, theme: Theme, word: str, key: str) -> None:
        self._key = key
        super().__init__(theme, word)
        self.setAccessibleDescription(key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme
        key = theme.metrics("small_strong").horizontalAdvance(self._key)
        word = theme.metrics("small").horizontalAdvance(self._words)
        return QSize(key + theme.px(7) + word + 2, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, QPainter(self)
        if self.hovered:
            box(painter, self.rect(), radius=theme.px(4), fill=theme.color("wash"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("small_strong"))
        painter.drawText(self.rect(), left, self._key)
        x = painter.fontMetrics().horizontalAdvance(self._key) + theme.px(7)
        painter.setFont(theme.font("small"))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), left, self._words)
