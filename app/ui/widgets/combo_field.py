"""One choice among some, in a field that opens."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box


class _ChoiceDelegate(QStyledItemDelegate):
    """A choice in the open list: washed under the hand, ticked when it is the one."""

    def __init__(self, theme: Theme, combo: QComboBox) -> None:
        super().__init__(combo)
        self._theme, self._combo = theme, combo

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = self._theme.metrics("strong").horizontalAdvance(str(index.data() or ""))
        return QSize(words + self._theme.px(60), self._theme.px(36))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = index.row() == self._combo.currentIndex()
        painter.fillRect(rect, theme.color("field"))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            edge = theme.color("accent") if theme.flat else None
            inner = rect.adjusted(4, 2, -4, -2)
            box(painter, inner, radius=theme.px(6), fill=theme.color("wash"), edge=edge, width=2)
        if chosen:
            mark = QRect(rect.x() + theme.px(12), rect.y(), theme.px(16), rect.height())
            theme.draw_icon(painter, "check-bold", "accent", mark, 14)
        painter.setPen(theme.color("accent" if chosen else "ink"))
        painter.setFont(theme.font("strong" if chosen else "body"))
        words = rect.adjusted(theme.px(36), 0, -theme.px(8), 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle, str(index.data() or ""))


_SENTENCE = 320  # what a choice in a few words never needs


class ComboField(QComboBox):
    """36 high, drawn like the other fields; `choices` are (key, words), `chosen` the key or None.

    The wheel never changes it while it is not focused, so scrolling a sheet changes nothing.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        choices: list[tuple[str, str]] | None = None,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFont(theme.font("body"))
        self.setPlaceholderText(placeholder)
        view = QListView()
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        self.setView(view)
        frame = view.parentWidget()
        if isinstance(frame, QFrame):
            frame.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
            frame.setLineWidth(theme.stroke)
            edge = frame.palette()
            edge.setColor(QPalette.ColorRole.WindowText, theme.color("stroke"))
            frame.setPalette(edge)
        self.setItemDelegate(_ChoiceDelegate(theme, self))
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if name:
            # On Linux the value takes the place of the name, so the name is told beside it.
            self.setAccessibleName(name)
            self.setAccessibleDescription(name)
        self.set_choices(choices or [])

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Other choices; the chosen key stays if it is among them."""
        before = self.chosen()
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.choose(before)
        self.blockSignals(False)

    def chosen(self) -> str | None:
        """The key of the choice."""
        key = self.currentData()
        return key if isinstance(key, str) else None

    def choose(self, key: str | None) -> None:
        """Choose by key; None or an unknown key leaves nothing chosen."""
        self.setCurrentIndex(self.findData(key) if key is not None else -1)

    def sizeHint(self) -> QSize:
        """As wide as its widest choice."""
        texts = [self.itemText(n) for n in range(self.count())] + [self.placeholderText()]
        widest = max(self.theme.metrics("body").horizontalAdvance(text) for text in texts)
        return QSize(widest + self.theme.px(12 + 44), self.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """Never cut, except that a whole sentence may end in an ellipsis; unfolded it is seen whole."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self.theme.px(_SENTENCE)), wanted.height())

    def showPopup(self) -> None:
        """The choices, each as wide as its words."""
        self.view().setMinimumWidth(
            max(self.view().sizeHintForColumn(0), self.width() - 2 * self.theme.stroke)
        )
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused field listens."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Field, words, arrow."""
        theme, painter, rect = self.theme, QPainter(self), self.rect()
        focused, enabled = self.hasFocus() or self.view().isVisible(), self.isEnabled()
        edge = theme.color("accent" if focused else "stroke" if enabled else "line")
        width = (3 if theme.flat else 2) if focused else theme.stroke
        ground = theme.color("field" if enabled else "list")
        box(painter, rect, radius=theme.px(6), fill=ground, edge=edge, width=width)
        text = self.currentText() or self.placeholderText()
        painter.setPen(theme.color("ink" if self.currentText() and enabled else "ink2"))
        painter.setFont(theme.font("body"))
        words = rect.adjusted(theme.px(11) + 3, 0, -theme.px(36), 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        arrow = QRect(rect.right() - theme.px(32), 0, theme.px(24), rect.height())
        theme.draw_icon(painter, "caret-down", "ink2", arrow, 16)
