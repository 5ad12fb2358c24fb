"""One entry of the rail: a place to go to, or something to do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.key_words import key_words
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box


class RailEntry(PaintedButton):
    """Icon, words, and at the right a count or a key. The current place is a tab of its neighbour's paper."""

    def __init__(
        self, theme: Theme, icon: str, text: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self._icon, self._hint = icon, key_words(hint)
        self._count, self._compact, self._tab, self._current = 0, False, False, False
        self._word = ""
        self._neighbour: Token = "paper"
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(theme.px(44))
        self._describe()

    def make_tab(self) -> None:
        """This entry is a place: when current it reaches the page."""
        self._tab = True

    @property
    def current(self) -> bool:
        """Is it where one is, or in force."""
        return self._current

    def set_current(self, current: bool, *, neighbour: Token = "paper", word: str = "") -> None:
        """Show it as current: a tab cut from the paper of its neighbour. `word` tells readers so."""
        # Not a checkable button: assistive technology toggles those without pressing them.
        self._current, self._neighbour, self._word = current, neighbour, word if current else ""
        self._describe()
        self.update()

    def set_count(self, count: int) -> None:
        """The number in the pill; 0 shows none."""
        self._count = count
        self._describe()
        self.update()

    def _describe(self) -> None:
        said = (str(self._count) if self._count else "", self._hint, self._word)
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def set_compact(self, compact: bool) -> None:
        """Icons only, the words in a tooltip."""
        self._compact = compact
        self.setToolTip(self._words if compact else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """40 high, never narrower than its words and their count or key."""
        theme = self.theme
        if self._compact:
            return QSize(theme.px(56), theme.px(44))
        width = theme.px(50) + theme.metrics("strong").horizontalAdvance(self._words) + theme.px(12)
        width += (
            theme.px(8) + theme.metrics("small").horizontalAdvance(self._hint) if self._hint else theme.px(32)
        )
        return QSize(width + theme.px(8), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut; low windows bring entries closer."""
        return QSize(self.sizeHint().width(), self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tab, bar, ring, icon, words, count or key."""
        theme, painter = self.theme, QPainter(self)
        rect = self.rect().adjusted(theme.px(8), theme.px(2), 0, -theme.px(2))
        current = self._current
        if not self._tab:
            rect.setRight(self.width() - theme.px(8) - 1)
        if current:
            self._paint_tab(painter, rect)
        elif self.hovered:
            over = rect.adjusted(0, 0, -theme.px(8) if self._tab else 0, 0)
            edge = theme.color("railink") if theme.flat else None
            box(painter, over, radius=theme.px(8), fill=theme.color("railink", 0.08), edge=edge)
        if self.hasFocus():
            ring = rect.adjusted(0, 0, -theme.px(8) if self._tab and not current else 0, 0)
            color = theme.color("accent" if current else "railink")
            box(painter, ring.adjusted(2, 2, -2, -2), radius=theme.px(7), edge=color, width=2)
        self._paint_words(painter, rect)

    def _paint_tab(self, painter: QPainter, rect: QRect) -> None:
        theme, radius = self.theme, self.theme.px(8)
        ground = theme.color(self._neighbour if self._tab else "list")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        if self._tab:
            path.addRoundedRect(rect.adjusted(0, 0, radius * 2, 0), radius, radius)
        else:
            path.addRoundedRect(rect, radius, radius)
        painter.fillPath(path, ground)
        painter.restore()
        if self._tab:
            bar = QRect(rect.x(), rect.y() + theme.px(8), 3, rect.height() - 2 * theme.px(8))
            painter.fillRect(bar, theme.color("accent"))

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        theme, current = self.theme, self._current
        icon = f"{self._icon}-fill" if current and self._tab else self._icon
        mark: Token = ("accent" if self._tab else "ink") if current else "rail2"
        left = theme.px(20)
        side = theme.px(20)
        if self._compact:
            left = rect.x() + (theme.px(40) - side) // 2
        theme.draw_icon(painter, icon, mark, QRect(left, rect.y(), side, rect.height()), 20)
        if self._compact:
            if self._count:
                dot = QRect(left + side - 2, rect.center().y() - theme.px(11), theme.px(7), theme.px(7))
                box(painter, dot, radius=99, fill=theme.color("accent" if current else "rail2"))
            return
        painter.setPen(theme.color("ink" if current else "railink"))
        painter.setFont(theme.font("strong" if current else "body"))
        words = QRect(theme.px(50), rect.y(), self.width() - theme.px(58), rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        end = QRect(rect.x(), rect.y(), self.width() - theme.px(18) - rect.x(), rect.height())
        if self._count:
            self._paint_count(painter, end)
        elif self._hint:
            painter.setPen(theme.color("ink2" if current else "rail2"))
            painter.setFont(theme.font("small"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(end, right, self._hint)

    def _paint_count(self, painter: QPainter, end: QRect) -> None:
        theme, current, text = self.theme, self._current, str(self._count)
        width = max(theme.px(20), theme.metrics("small_strong").horizontalAdvance(text) + theme.px(12))
        height = theme.px(18)
        pill = QRect(end.right() - width + 3, end.y() + (end.height() - height) // 2, width, height)
        if theme.flat:
            ground, ink, edge = ("ink", "paper", None) if current else ("rail", "railink", "railink")
        else:
            ground, ink, edge = ("wash", "accent", None) if current else ("rail", "railink", None)
        fill = theme.color(ground)  # type: ignore[arg-type]
        if not current and not theme.flat:
            fill = fill.darker(118) if theme.name == "light" else fill.lighter(150)
        line = theme.color(edge) if edge else None  # type: ignore[arg-type]
        box(painter, pill, radius=99, fill=fill, edge=line)
        painter.setPen(theme.color(ink))  # type: ignore[arg-type]
        painter.setFont(theme.font("small_strong"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
