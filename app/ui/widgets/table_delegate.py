"""How the cells of a table look."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.check_row import paint_check
from app.ui.widgets.shapes import hairline

INK = int(Qt.ItemDataRole.UserRole) + 1  # a token, such as "warn" or "ink2", for the words of a cell
TEXT = 8  # from a cell's edge to its words


class TableDelegate(QStyledItemDelegate):
    """Words, a tick box where the cell is checkable, a hairline under; the selected row is washed.

    A cell's ink is its model's `INK` role. Words wrap, so rows grow.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least 40 high; as high as the wrapped words."""
        theme, text = self._theme, self._text(index)
        room = option.rect.width() - self._left(index) - theme.px(12)
        metrics = theme.metrics("body")
        if room > theme.px(40):
            bounds = QRect(0, 0, room, 100000)
            height = metrics.boundingRect(bounds, int(Qt.TextFlag.TextWordWrap), text).height()
        else:
            height = metrics.height()
        width = self._left(index) + metrics.horizontalAdvance(text) + theme.px(20)
        return QSize(width, max(theme.px(40), height + theme.px(18)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, box, words, line, focus."""
        theme, rect = self._theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.color("wash"))
        hairline(painter, rect.x(), rect.right() + 1, rect.bottom(), theme.color("line"))
        if selected and theme.flat:
            hairline(painter, rect.x(), rect.right() + 1, rect.y(), theme.color("accent"), 2)
            hairline(painter, rect.x(), rect.right() + 1, rect.bottom() - 1, theme.color("accent"), 2)
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            side = theme.px(18)
            square = QRect(rect.x() + theme.px(2), rect.center().y() - side // 2, side, side)
            paint_check(painter, theme, square, checked=Qt.CheckState(checked) == Qt.CheckState.Checked)
        ink: Token = index.data(INK) or "ink"
        painter.setPen(theme.color(ink))
        font = theme.font("body")
        painter.setFont(font)
        words = rect.adjusted(self._left(index), 0, -theme.px(12), 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        text = self._text(index)
        if QFontMetrics(font).horizontalAdvance(text) > words.width():
            middle |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, middle, text)
        if selected and option.widget is not None and option.widget.hasFocus():
            self._ring(painter, rect, index)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """This cell's share of the ring around its row: rows are chosen whole."""
        edges = [
            QRect(rect.x(), rect.y(), rect.width(), 2),
            QRect(rect.x(), rect.bottom() - 1, rect.width(), 2),
        ]
        if index.column() == 0:
            edges.append(QRect(rect.x(), rect.y(), 2, rect.height()))
        if index.column() == index.model().columnCount() - 1:
            edges.append(QRect(rect.right() - 1, rect.y(), 2, rect.height()))
        for edge in edges:
            painter.fillRect(edge, self._theme.color("accent"))

    def _left(self, index: QModelIndex | QPersistentModelIndex) -> int:
        boxed = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        return self._theme.px(30 if boxed else TEXT)

    @staticmethod
    def _text(index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data() or "")
