"""The text of marked paragraphs. A mark belongs to its paragraph, so undo and redo know it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.frameworks.marks import MARKS
from app.i18n import Locale
from app.ui.form_view.parts.marks import KEYS
from app.ui.theme.theme import Theme
from app.ui.widgets.mime import local_files
from app.ui.widgets.pasted_words import pasted_words
from app.ui.widgets.shapes import FOCUS, box

OUTSET = 8  # the frame stands this far outside the text, so that the text is flush with the headings
_MARK = QTextFormat.Property.UserProperty.value + 1
_FIRST = "seen"
_NEW_LINE = "\u2028"  # Shift+Enter: another line of the same paragraph


def mark_of(block: QTextBlock) -> str:
    """The mark of a paragraph."""
    mark = block.blockFormat().property(_MARK)
    return mark if mark in MARKS else _FIRST


class MarkedArea(QTextEdit):
    """Plain words only. A new paragraph begins with the mark of the one before it."""

    edited = Signal()  # words or marks changed
    left = Signal()

    def __init__(self, theme: Theme, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._locale = theme, locale
        self._keys = {
            QKeySequence(locale.text(key)).toString(QKeySequence.SequenceFormat.PortableText): mark
            for mark, key in KEYS.items()
        }
        self.setProperty("skin", "bare")
        self.setFont(theme.font("body"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.px(OUTSET))
        self._slant = _Hypotheses(self.document())
        self.set_paragraphs([])
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.document().contentsChanged.connect(self.edited)
        self.cursorPositionChanged.connect(self._tell_mark)
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the sheet; their paths are no words of anybody's."""
        return not local_files(source) and super().canInsertFromMimeData(source)

    def paragraphs(self) -> list[dict[str, str]]:
        """Every paragraph as {"mark", "text"}, empty ones too."""
        rows = []
        block = self.document().begin()
        while block.isValid():
            rows.append({"mark": mark_of(block), "text": block.text().replace(_NEW_LINE, "\n")})
            block = block.next()
        return rows

    def set_paragraphs(self, rows: Sequence[dict[str, str]]) -> None:
        """Replace everything."""
        document = self.document()
        document.blockSignals(True)
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        for index, row in enumerate(rows or [{"mark": _FIRST, "text": ""}]):
            if index:
                cursor.insertBlock()
            cursor.setBlockFormat(self._format(row["mark"]))
            cursor.insertText(row["text"].replace("\n", _NEW_LINE))
        document.setUndoRedoEnabled(True)
        document.blockSignals(False)
        self.setTextCursor(QTextCursor(document))
        self._slant.rehighlight()
        self._fit()
        self.viewport().update()

    def mark(self, mark: str) -> None:
        """Give this mark to the paragraphs the cursor is in."""
        cursor = self.textCursor()
        cursor.mergeBlockFormat(self._format(mark))
        block = self.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            self._slant.rehighlightBlock(block)
            block = block.next()
        self._tell_mark()
        self.edited.emit()

    def insert_time(self) -> None:
        """Write "14:32 — " where the cursor is."""
        self.insertPlainText(f"{datetime.now():%H:%M} — ")

    def event(self, event: QEvent) -> bool:
        """The keys of the marks come before the menus that share their letters."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._mark_for(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter mark, F7 writes the time."""
        mark = self._mark_for(event)
        if mark:
            self.mark(mark)
        elif event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.insert_time()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in, with the mark of the paragraph they come into."""
        self.textCursor().insertText(pasted_words(source))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The sheet scrolls, not the text in it."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is news."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame while one types."""
        theme = self._theme
        painter = QPainter(self.viewport())
        frame = self.viewport().rect()
        if self.hasFocus():
            fill = theme.color("field")
            box(painter, frame, radius=theme.px(6), fill=fill, edge=theme.color("accent"), width=FOCUS)
        elif self.document().isEmpty() or theme.flat:
            fill = theme.color("field")
            box(painter, frame, radius=theme.px(6), fill=fill, edge=theme.color("stroke"), width=theme.stroke)
        painter.end()
        super().paintEvent(event)

    def _mark_for(self, event: QKeyEvent) -> str:
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return ""
        pressed = QKeySequence(event.keyCombination())
        return self._keys.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")

    def _format(self, mark: str) -> QTextBlockFormat:
        style = QTextBlockFormat()
        style.setProperty(_MARK, mark)
        style.setBottomMargin(self._theme.px(8))
        return style

    def _tell_mark(self) -> None:
        """Readers hear the mark of the paragraph with the text."""
        mark = self._locale.text(MARKS[mark_of(self.textCursor().block())])
        if self.accessibleDescription() != mark:
            self.setAccessibleDescription(mark)

    def _fit(self) -> None:
        height = round(self.document().size().height())
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class _Hypotheses(QSyntaxHighlighter):
    """What is only supposed leans over; the words themselves stay plain."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Slant the paragraph."""
        if mark_of(self.currentBlock()) == "hypothesis":
            form = self.format(0)
            form.setFontItalic(True)
            self.setFormat(0, len(text), form)
