"""A text area as high as its text: it never scrolls inside the sheet."""

from datetime import datetime

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.widgets.pasted_words import pasted_words, plain_line
from app.ui.widgets.text_area import TextArea

_ENDLESS = 100_000


class GrowingText(TextArea):
    """Plain text; F7 writes the time. With `bare` it has no frame, for text on something drawn.

    With `one_paragraph` Enter writes nothing and is news instead.
    """

    left = Signal()
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        lines: int = 2,
        role: Role = "body",
        bare: bool = False,
        one_paragraph: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._bare, self._one_paragraph = bare, one_paragraph
        super().__init__(theme, lines=lines, most=_ENDLESS, parent=parent)
        self.setFont(theme.font(role))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if bare:
            self.setProperty("skin", "bare")
            self.document().setDocumentMargin(0)
            self.viewport().setAutoFillBackground(False)

    def insert_time(self) -> None:
        """Write "14:32 — " where the cursor is."""
        self.insertPlainText(f"{datetime.now():%H:%M} — ")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 writes the time."""
        if event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.insert_time()
        elif self._one_paragraph and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in."""
        self.insertPlainText(plain_line(source.text()) if self._one_paragraph else pasted_words(source))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The sheet scrolls, not the text in it."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is news."""
        super().focusOutEvent(event)
        self.left.emit()

    def _height(self) -> int:
        if not self._bare:
            return super()._height()
        written = round(self.document().documentLayout().documentSize().height())
        return max(written, self._lines) * self.line_height() + 1
