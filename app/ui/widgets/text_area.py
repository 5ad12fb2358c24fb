"""Several lines to type in; it grows with what is written."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize
from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.mime import local_files
from app.ui.widgets.pasted_words import pasted_words

_SEEN_THROUGH = ("bare", "line")  # skins without a ground of their own


class TextArea(QPlainTextEdit):
    """Plain text, at least `lines` high and growing up to `most`; Tab leaves it."""

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        name: str = "",
        lines: int = 3,
        most: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._lines, self._most = theme, lines, most
        self.setFont(theme.font("body"))
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.px(2))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def words(self) -> str:
        """The text as written: Qt's own way of asking turns non-breaking spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the sheet; their paths are no words of anybody's."""
        return not local_files(source) and super().canInsertFromMimeData(source)

    def set_personal(self) -> None:
        """The violet of personal notes."""
        self.setProperty("skin", "personal")
        self.style().unpolish(self)
        self.style().polish(self)
        self._cover_ground()

    def sizeHint(self) -> QSize:
        """As high as the lines written, within its bounds."""
        return QSize(self.theme.px(240), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never fewer lines than promised."""
        return QSize(self.theme.px(80), self._height())

    def first_line(self) -> int:
        """The height of a one-line field, for the label beside it."""
        return self.theme.px(36)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in."""
        self.insertPlainText(pasted_words(source))

    def event(self, event: QEvent) -> bool:
        """The style sheet has just been put on."""
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._cover_ground()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Another font means another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._cover_ground()
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means another number of lines."""
        super().resizeEvent(event)
        self._grow()

    def line_height(self) -> int:
        """How high the text layout makes a line: QFontMetrics rounds down what the layout rounds up."""
        return ceil(QFontMetricsF(self.font()).height())

    def _cover_ground(self) -> None:
        """Fill the field itself: otherwise every key paints all that lies under it, down to the window."""
        if self.property("skin") not in _SEEN_THROUGH:
            self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
            self.viewport().setAutoFillBackground(True)

    def _height(self) -> int:
        # A plain document counts its height in lines.
        written = round(self.document().documentLayout().documentSize().height())
        lines = min(max(written, self._lines), self._most)
        # One pixel more than the text: Qt counts a line that ends on the last one as hidden.
        frame = 2 * (self.theme.px(7) + self.theme.px(2)) + 1
        return lines * self.line_height() + frame

    def _grow(self) -> None:
        height = self._height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()
