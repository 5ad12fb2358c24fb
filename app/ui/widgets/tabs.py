"""Words side by side, one of them current: the ways to look at one list."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box

_WIDE, _TIGHT = 12, 4  # what stands around the words, and between two tabs a little less
_APART, _CLOSE = 8, 6


class _Tab(PaintedButton):
    """The current one in bold accent over a bar."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.current = False
        self.tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.theme.metrics("strong").horizontalAdvance(self._words)
        return QSize(width + self.theme.px(_TIGHT if self.tight else _WIDE), self.theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, QPainter(self)
        if self.hasFocus():
            ring = self.rect().adjusted(0, 0, 0, -theme.px(4))
            box(painter, ring, radius=theme.px(6), edge=theme.color("accent"), width=2)
        painter.setFont(theme.font("strong" if self.current else "body"))
        painter.setPen(theme.color("accent" if self.current else "ink" if self.hovered else "ink2"))
        # The same foot as a section heading's words, so that both stand on one line.
        lift = theme.px(6) + theme.metrics("heading").descent() - theme.metrics("body").descent()
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(self.rect().adjusted(0, 0, 0, -lift), middle, self._words)
        if self.current:
            inset = theme.px(1 if self.tight else 5)
            bar = self.rect().adjusted(inset, self.height() - 3, -inset, 0)
            painter.fillRect(bar, theme.color("accent"))


class Tabs(QWidget):
    """`tabs` are (key, words); `chosen(key)` when another is pressed. Left and Right walk and choose."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[tuple[str, str]],
        *,
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row = FlowLayout(spacing=theme.px(_APART), parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tabs: dict[str, _Tab] = {}
        for key, words in tabs:
            tab = _Tab(theme, words)
            tab.clicked.connect(lambda _=False, key=key: self._choose(key))
            self._tabs[key] = tab
            row.addWidget(tab)
        self.set_current(current or next(iter(self._tabs), ""))

    def current(self) -> str:
        """The key of the current one."""
        return next((key for key, tab in self._tabs.items() if tab.current), "")

    def set_current(self, current: str) -> None:
        """Show another as current, without saying so."""
        for key, tab in self._tabs.items():
            tab.current = key == current
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab.current else Qt.FocusPolicy.ClickFocus)
            tab.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Many tabs stand closer together before they take a second line."""
        super().resizeEvent(event)
        words = sum(
            self._theme.metrics("strong").horizontalAdvance(tab.words()) for tab in self._tabs.values()
        )
        around, between = (
            len(self._tabs) * self._theme.px(_WIDE),
            (len(self._tabs) - 1) * self._theme.px(_APART),
        )
        tight = words + around + between > self.width()
        if any(tab.tight is not tight for tab in self._tabs.values()):
            self._row.setSpacing(self._theme.px(_CLOSE if tight else _APART))
            for tab in self._tabs.values():
                tab.tight = tight
                tab.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._tabs)
        if not step or not keys:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self._choose(key)
        self._tabs[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        if key != self.current():
            self.set_current(key)
            self.chosen.emit(key)
