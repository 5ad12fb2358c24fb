"""A row of the students' list: who, class at the right, one line of news."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.row_delegate import RIGHT, RowDelegate
from app.ui.widgets.shapes import box, hairline


class ListRow(NamedTuple):
    """What one row shows. `key` is the caller's; `ink` colours the news ("warn" for what waits)."""

    key: str
    title: str
    right: str = ""
    news: str = ""
    ink: Token = "ink2"

    @property
    def said(self) -> str:
        """The sentence a reader hears."""
        return ", ".join(filter(None, (self.title, self.right, self.news)))


class ListRowDelegate(RowDelegate):
    """56 high; the selected row is a tab cut from the paper at its right, with a bar and bold words."""

    def __init__(self, theme: Theme, *, tab: bool = True, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._tab = tab

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """56 high at 100 %."""
        return QSize(self.theme.px(200), self.theme.px(56))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tab or hairline, name, class, news, focus."""
        row = self.row(index)
        if not isinstance(row, ListRow):
            return
        theme = self.theme
        rect: QRect = option.rect
        selected, focused, hovered = self.states(option)
        painter.save()
        if selected:
            self._paint_tab(painter, rect)
        else:
            edge = theme.px(20)
            hairline(
                painter, rect.x() + edge, rect.right() - theme.px(18), rect.bottom(), theme.color("line")
            )
            if hovered:
                over = rect.adjusted(theme.px(8), 2, -theme.px(8), -3)
                edge_color = theme.color("ink") if theme.flat else None
                box(painter, over, radius=theme.px(8), fill=theme.color("wash"), edge=edge_color)
        if focused:
            ring = rect.adjusted(theme.px(8) + 2, 2, -theme.px(8), -2)
            box(painter, ring, radius=theme.px(7), edge=theme.color("accent"), width=2)
        left, right = rect.x() + theme.px(24), rect.right() - theme.px(20)
        above = QRect(left, rect.y() + theme.px(7), right - left, theme.px(22))
        taken = self.write(painter, above, row.right, role="small", ink="ink2", align=RIGHT)
        above.setRight(right - taken - theme.px(8))
        self.write(painter, above, row.title, role="strong" if selected else "body", ink="ink")
        below = QRect(left, rect.y() + theme.px(28), right - left, theme.px(20))
        self.write(painter, below, row.news, role="small", ink=row.ink)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole sentence in a tooltip where the row is too narrow for it."""
        row = self.row(index)
        if event.type() == QEvent.Type.ToolTip and isinstance(row, ListRow):
            room = option.rect.width() - self.theme.px(60)
            name = self.theme.metrics("strong").horizontalAdvance(f"{row.title} {row.right}")
            if name > room or self.theme.metrics("small").horizontalAdvance(row.news) > room:
                QToolTip.showText(event.globalPos(), row.said, view)
                return True
        return super().helpEvent(event, view, option, index)

    def _paint_tab(self, painter: QPainter, rect: QRect) -> None:
        theme, radius = self.theme, self.theme.px(8)
        tab = rect.adjusted(theme.px(8), 0, radius * 2 if self._tab else -theme.px(8), 0)
        ground: Token = "paper" if self._tab else "wash"
        edge = theme.color("accent") if theme.flat else None
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        box(painter, tab, radius=radius, fill=theme.color(ground), edge=edge, width=2)
        bar = QRect(tab.x(), tab.y() + theme.px(10), 3, tab.height() - 2 * theme.px(10))
        painter.fillRect(bar, theme.color("accent"))
