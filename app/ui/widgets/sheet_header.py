"""The top of a sheet: whose it is, its title, a line under it, and what one can do at the right."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label

_IN_A_LINE = 1.25  # times the usual size of words


class SheetHeader(QWidget):
    """Whom (bold, then facts), title in serif, subtitle; a slot at the right of each line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._who = _Words(theme, role="strong", wrap=True)
        self._facts = _Words(theme, ink="ink2", wrap=True)
        self._title = Label(theme, role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._above = QHBoxLayout()
        self._above.setSpacing(theme.px(10))
        stacked = theme.scale > _IN_A_LINE
        if not stacked:  # else whose it is and what one can do take a line each
            self._above.addWidget(self._who, 0, Qt.AlignmentFlag.AlignTop)
            self._above.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignTop)
        self._above.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        self._main = QHBoxLayout()
        self._main.setSpacing(theme.px(12))
        self._main.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        if stacked:
            self._column.addWidget(self._who)
            self._column.addWidget(self._facts)
        self._column.addLayout(self._above)
        self._column.addLayout(self._main)
        for label in (self._who, self._facts, self._title, self._subtitle):
            label.hide()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The title and, if any, the line under it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_subtitle(self, subtitle: str) -> None:
        """Another line under the same title."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_who(self, who: str, facts: str = "") -> None:
        """Whose sheet it is, above the title."""
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._facts.setText(facts)
        self._facts.setVisible(bool(who or facts))

    def add_before(self, widget: QWidget) -> None:
        """At the left of the line above the title: the way back."""
        self._above.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add_above(self, widget: QWidget) -> None:
        """At the right of the line above the title: the saved indicator."""
        self._above.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, widget: QWidget) -> None:
        """At the right of the title: buttons, a search field."""
        self._main.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def add_below(self, widget: QWidget) -> None:
        """Under title and subtitle: the tabs of a page that has several parts."""
        self._column.addSpacing(self._theme.px(8))
        self._column.addWidget(widget)

    def set_margins(self, left: int, right: int) -> None:
        """Follow the margin line."""
        self._column.setContentsMargins(left, self._theme.px(16), right, self._theme.px(8))


class _Words(Label):
    """On one line where there is room; a very long name goes on below instead of widening the window."""

    def sizeHint(self) -> QSize:
        """As wide as its words: Qt would fold anything longer than a few."""
        width = ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text()))  # letters end between pixels
        return QSize(width + 1, super().sizeHint().height())
