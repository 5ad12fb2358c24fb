"""What says that the notebook does not lock by itself for now, until when, and how to end that."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline


class HoldStrip(QWidget):
    """Across the top of the page, for as long as it is so."""

    end_wanted = Signal()

    def __init__(self, theme: Theme, *, end_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = Label(theme, role="small_strong", wrap=True)
        end = Button(theme, end_words, kind="quiet", small=True)
        end.clicked.connect(self.end_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(3), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "clock", size=18, ink="accent"))
        row.addWidget(self._words, 1)
        row.addWidget(end)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say until when; nothing hides it."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of a list, and a line under it."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("list"))
        hairline(painter, 0, self.width(), self.height() - 1, theme.color("line"))
