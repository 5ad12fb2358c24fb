"""A person's own words on a line of a row: serif italic between marks that are painted, not stored."""

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.i18n import Locale
from app.ui.form_view.parts.growing_text import GrowingText
from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import FOCUS, box

_ACROSS, _DOWN = 14, 5


class OwnWords(QWidget):
    """Framed only while one types, as high as its words; spoken to like a short field."""

    textEdited = Signal(str)  # noqa: N815  # as a QLineEdit says it: by a person
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._writing = theme, False
        self._opening, self._closing = QLocale(locale.code).quoteString("\n").split("\n")
        self.area = GrowingText(theme, lines=1, role="quote", bare=True, one_paragraph=True, parent=self)
        self.area.textChanged.connect(self._tell)
        self.area.entered.connect(self.entered)
        self.area.left.connect(self.left)
        self.area.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(_ACROSS), theme.px(_DOWN), theme.px(_ACROSS), theme.px(_DOWN))
        column.addWidget(self.area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The words."""
        return self.area.words()

    def setText(self, text: str) -> None:
        """Write the words; nobody typed them."""
        self._writing = True
        self.area.setPlainText(text)
        self._writing = False
        self.update()

    def setAccessibleName(self, name: str) -> None:
        """The name of what one types in."""
        self.area.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame comes and goes with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame while one types, the marks around the words."""
        theme, painter, focused = self._theme, QPainter(self), self.area.hasFocus()
        if focused:
            fill, edge = theme.color("field"), theme.color("accent")
            box(painter, self.rect(), radius=theme.px(6), fill=fill, edge=edge, width=FOCUS)
        empty = self.area.document().isEmpty()
        if empty and not focused:
            return
        painter.setFont(self.area.font())
        painter.setPen(theme.color("ink2" if empty else "ink"))
        gap = theme.px(3)
        end = QTextCursor(self.area.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        before = gap + painter.fontMetrics().horizontalAdvance(self._opening)
        first = self._place(QTextCursor(self.area.document()))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first.translated(-before, 0), left, self._opening)
        painter.drawText(self._place(end).translated(gap, 0), left, self._closing)

    def _place(self, cursor: QTextCursor) -> QRect:
        """Where the cursor would stand, wide enough for a mark."""
        rect = self.area.cursorRect(cursor)
        corner = self.area.viewport().mapTo(self, rect.topLeft())
        return QRect(QPoint(corner.x(), corner.y()), QSize(self._theme.px(40), rect.height()))

    def _tell(self) -> None:
        self.update()
        if not self._writing:
            self.textEdited.emit(self.text())
