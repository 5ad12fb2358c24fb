"""What delegates share: the row behind an index, its states, and text that fits."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.paged_model import ROW

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """A delegate that paints everything itself from the theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @staticmethod
    def row(index: QModelIndex | QPersistentModelIndex) -> object:
        """The row a model keeps behind an index."""
        return index.data(ROW)

    @staticmethod
    def states(option: QStyleOptionViewItem) -> tuple[bool, bool, bool]:
        """Is it selected, focused, under the pointer."""
        state = option.state
        return (
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_HasFocus),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        *,
        role: Role,
        ink: Token,
        align: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """One line of text, shortened with … if it does not fit; gives its width."""
        font = self.theme.font(role)
        painter.setFont(font)
        painter.setPen(self.theme.color(ink))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, shown)
        return metrics.horizontalAdvance(shown)
