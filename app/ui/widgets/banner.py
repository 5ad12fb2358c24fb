"""A banner: something to know before going on, in a plain sentence, never closable."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box

Tone = Literal["warn", "bad", "calm"]

_LOOK: dict[Tone, tuple[Token, Token]] = {
    "warn": ("warn", "warnwash"),
    "bad": ("bad", "badwash"),
    "calm": ("accent", "list"),
}


class Banner(QWidget):
    """Lines of (icon, sentence) on a wash behind a 4 px bar; buttons at the right."""

    def __init__(
        self,
        theme: Theme,
        lines: Sequence[tuple[str, str]] = (),
        *,
        tone: Tone = "warn",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink, self._wash = _LOOK[tone]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(1, 1)
        row.addLayout(self._grid, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._empty = False
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Other sentences; none hides the banner."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        # Free rows above and below keep icons beside their words when buttons are taller.
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(len(lines) + 1, 1)
        for line, (icon, sentence) in enumerate(lines, start=1):
            picture = Icon(self._theme, icon, self._ink, line=self._theme.metrics("body").height())
            self._grid.addWidget(picture, line, 0, Qt.AlignmentFlag.AlignTop)
            words = Label(self._theme, sentence, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, line, 1)
            self._grid.setRowStretch(line, 0)
        self.setAccessibleName(" ".join(sentence for _, sentence in lines))
        if bool(lines) == self._empty:  # never `show` what has no parent yet: it would be a window
            self._empty = not lines
            self.setVisible(bool(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wash and bar."""
        theme, painter = self._theme, QPainter(self)
        edge = theme.color(self._ink) if theme.flat else None
        box(painter, self.rect(), radius=theme.px(8), fill=theme.color(self._wash), edge=edge, width=2)
        painter.setClipRect(QRect(0, 0, 4, self.height()))
        box(painter, self.rect(), radius=theme.px(4), fill=theme.color(self._ink))
