"""What happened, in order of time, drawn on the margin line."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStyleOptionViewItem, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.widgets.paged_list import PagedList
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.row_delegate import RIGHT, RowDelegate
from app.ui.widgets.shapes import box

_GUTTER = 24
_AROUND = 6  # of the words; the ground of the icon does not reach so far


class TimelineEntry(NamedTuple):
    """One event. `line` is one sentence; `verbatim` says it is in the pupil's own words, with guillemets."""

    key: str
    day: str
    time: str
    icon: str
    title: str
    facts: str = ""
    line: str = ""
    verbatim: bool = False

    @property
    def said(self) -> str:
        """The sentence a reader hears."""
        return ", ".join(filter(None, (self.day, self.time, self.title, self.facts, self.line)))


class TimelineDelegate(RowDelegate):
    """Date left of the line, icon on it, words right of it; heights follow the words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.line_x, self.narrow, self.width = theme.px(104), False, theme.px(700)
        self._heights: dict[TimelineEntry, int] = {}

    def forget_heights(self) -> None:
        """The width changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need at this width."""
        entry = self.row(index)
        if not isinstance(entry, TimelineEntry):
            return QSize()
        if entry not in self._heights:
            self._heights[entry] = self._height(entry)
        return QSize(self.width, self._heights[entry])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole entry."""
        entry = self.row(index)
        if not isinstance(entry, TimelineEntry):
            return
        theme, rect = self.theme, option.rect
        selected, focused, hovered = self.states(option)
        painter.save()
        around = theme.px(_AROUND)
        content = rect.adjusted(self._left - around, 0, around - theme.px(_GUTTER), -theme.px(6))
        if hovered or (selected and focused):
            edge = theme.color("ink") if theme.flat else None
            box(painter, content, radius=theme.px(8), fill=theme.color("wash"), edge=edge)
        if focused:
            box(painter, content, radius=theme.px(8), edge=theme.color("accent"), width=2)
        self._paint_margin(painter, rect, entry)
        self._paint_words(painter, rect, entry)
        painter.restore()

    @property
    def _left(self) -> int:
        extra = self.theme.px(12) if self.narrow else 0
        return self.line_x + 1 + self.theme.px(_GUTTER) + extra

    @property
    def _room(self) -> int:
        return max(self.theme.px(120), self.width - self._left - self.theme.px(_GUTTER))

    def _facts_fit(self, entry: TimelineEntry) -> bool:
        theme = self.theme
        title = theme.metrics("strong").horizontalAdvance(entry.title)
        return (
            title + theme.px(11) + theme.metrics("small").horizontalAdvance(self._facts(entry)) <= self._room
        )

    def _facts(self, entry: TimelineEntry) -> str:
        if not self.narrow:
            return entry.facts
        return " · ".join(filter(None, (f"{entry.day} {entry.time}".strip(), entry.facts)))

    def _wrapped(self, text: str, role: Role) -> int:
        if not text:
            return 0
        bounds = QRect(0, 0, self._room, 100000)
        return self.theme.metrics(role).boundingRect(bounds, int(Qt.TextFlag.TextWordWrap), text).height()

    def _height(self, entry: TimelineEntry) -> int:
        theme = self.theme
        height = theme.px(10) + self._wrapped(entry.title, "strong")
        if self._facts(entry) and not self._facts_fit(entry):
            height += self._wrapped(self._facts(entry), "small")
        height += self._wrapped(entry.line, "quote" if entry.verbatim else "body")
        return max(height + theme.px(14), theme.px(68) if entry.line or entry.time else theme.px(52))

    def _paint_margin(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        theme = self.theme
        top = rect.y() + theme.px(9)
        if not self.narrow:
            dates = QRect(0, top, self.line_x - theme.px(25), theme.px(20))
            self.write(painter, dates, entry.day, role="small_strong", ink="ink", align=RIGHT)
            dates.translate(0, theme.px(18))
            self.write(painter, dates, entry.time, role="small", ink="ink2", align=RIGHT)
        side = theme.px(18)
        gap = QRect(self.line_x - side, top - theme.px(3), 2 * side, theme.px(27))
        painter.fillRect(gap, theme.color("paper"))
        theme.draw_icon(painter, entry.icon, "accent", gap, 18)

    def _paint_words(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        theme, room = self.theme, self._room
        wrap = int(Qt.TextFlag.TextWordWrap)
        y = rect.y() + theme.px(8)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        height = self._wrapped(entry.title, "strong")
        painter.drawText(QRect(self._left, y, room, height), wrap, entry.title)
        facts = self._facts(entry)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        if facts and self._facts_fit(entry):
            x = self._left + theme.metrics("strong").horizontalAdvance(entry.title) + theme.px(11)
            painter.drawText(QRect(x, y + 1, room, height), Qt.AlignmentFlag.AlignVCenter, facts)
        elif facts:
            y += height
            height = self._wrapped(facts, "small")
            painter.drawText(QRect(self._left, y, room, height), wrap, facts)
        y += height + theme.px(2)
        role: Role = "quote" if entry.verbatim else "body"
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(self._left, y, room, self._wrapped(entry.line, role) + 2), wrap, entry.line)


class Timeline(PagedList):
    """A view of `TimelineEntry` rows across a whole sheet; add it with `add_wide`.

    It is as high as what it shows, so that a sheet scrolls as one page: give it one page of rows
    and a button for older ones rather than a model that fetches by itself.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        model: PagedModel[TimelineEntry],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        self._entry = TimelineDelegate(theme)
        super().__init__(theme, model=model, delegate=self._entry, name=name, uniform=False, parent=parent)
        self._entry.setParent(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._remeasure)
        self.selectionModel().currentChanged.connect(lambda now, _: self._reveal(now))
        self._remeasure()

    def set_margin(self, line: int, narrow: bool) -> None:
        """Follow the sheet's margin line."""
        self._entry.line_x, self._entry.narrow = line, narrow
        self._remeasure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        if self.viewport().width() != self._entry.width:
            self._entry.width = self.viewport().width()
            self._remeasure()

    def _remeasure(self) -> None:
        self._entry.forget_heights()
        option = QStyleOptionViewItem()
        rows = range(self.model().rowCount())
        heights = sum(self._entry.sizeHint(option, self.model().index(n, 0)).height() for n in rows)
        self.setFixedHeight(heights + 2)
        self.scheduleDelayedItemsLayout()

    def _reveal(self, index: QModelIndex) -> None:
        """The sheet around it scrolls to where the keyboard is."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is not None and inside is not None and index.isValid():
            rect = self.visualRect(index)
            middle = self.viewport().mapTo(inside, rect.center())
            around.ensureVisible(middle.x(), middle.y(), 0, rect.height())
