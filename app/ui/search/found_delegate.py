"""How a row of the search is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.models.hit import MARK_END, MARK_START
from app.ui.search.found import Found
from app.ui.theme.fonts import Role
from app.ui.theme.tokens import Token
from app.ui.widgets.key_cap import key_size, paint_key
from app.ui.widgets.row_delegate import RIGHT, RowDelegate
from app.ui.widgets.shapes import box


class FoundDelegate(RowDelegate):
    """44 high, headings 30; what matched is bold and in the accent."""

    enter_key = "Enter"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower."""
        row = self.row(index)
        heading = isinstance(row, Found) and row.destination is None
        return QSize(self.theme.px(200), self.theme.px(30 if heading else 44))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Wash and bar for the current row, icon, title, detail, day or key."""
        row = self.row(index)
        if not isinstance(row, Found):
            return
        theme, rect = self.theme, option.rect
        painter.save()
        if row.destination is None:
            where = rect.adjusted(theme.px(24), theme.px(6), 0, 0)
            self.write(painter, where, row.title, role="small_strong", ink="ink2")
            painter.restore()
            return
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            tab = rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
            edge = theme.color("accent") if theme.flat else None
            box(painter, tab, radius=theme.px(6), fill=theme.color("wash"), edge=edge, width=2)
            bar = QRect(tab.x(), tab.y() + theme.px(8), 3, tab.height() - theme.px(16))
            painter.fillRect(bar, theme.color("accent"))
        icon = QRect(rect.x() + theme.px(24), rect.y(), theme.px(24), rect.height())
        theme.draw_icon(painter, row.icon, "accent" if current else "ink2", icon, 20)
        right = rect.right() - theme.px(28)
        right -= self._paint_right(
            painter, row, QRect(rect.x(), rect.y(), right - rect.x(), rect.height()), current
        )
        x = rect.x() + theme.px(58)
        x += self._marked(
            painter, QRect(x, rect.y(), right - x, rect.height()), row.title, "body", "strong", "ink"
        )
        if row.detail and right - x > theme.px(40):
            room = QRect(x + theme.px(10), rect.y(), right - x - theme.px(10), rect.height())
            self._marked(painter, room, row.detail, "small", "small_strong", "ink2")
        painter.restore()

    def _paint_right(self, painter: QPainter, row: Found, rect: QRect, current: bool) -> int:
        theme = self.theme
        key = self.enter_key if current else row.key
        if key:
            size = key_size(theme, key)
            where = QRect(
                rect.right() - size.width(),
                rect.center().y() - size.height() // 2,
                size.width(),
                size.height(),
            )
            paint_key(painter, theme, key, where, edge="stroke")
            return size.width() + theme.px(12)
        if not row.right:
            return 0
        return self.write(painter, rect, row.right, role="small", ink="ink2", align=RIGHT) + theme.px(12)

    def _marked(
        self, painter: QPainter, rect: QRect, text: str, plain: Role, matched: Role, ink: Token
    ) -> int:
        """One line with what matched in bold; gives its width."""
        x = rect.x()
        for piece in text.replace(MARK_START, "\0" + MARK_START).replace(MARK_END, "\0").split("\0"):
            if not piece:
                continue
            hit = piece.startswith(MARK_START)
            room = QRect(x, rect.y(), rect.right() - x, rect.height())
            if room.width() < self.theme.px(12):
                break
            words = piece.lstrip(MARK_START)
            painter.setFont(self.theme.font(matched if hit else plain))
            painter.setPen(self.theme.color("accent" if hit else ink))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown)
        return x - rect.x()
