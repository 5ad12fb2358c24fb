"""One alternative as a card: its letter, what it is, and what it takes."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.frameworks.ranks import letter
from app.models.form import Column
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.cells import Cells
from app.ui.form_view.parts.drag_dots import DragDots
from app.ui.form_view.parts.letter_mark import LetterMark
from app.ui.form_view.parts.rank_stack import RankedRow
from app.ui.form_view.parts.wrapping_field import WrappingField
from app.ui.widgets.label import Label
from app.ui.widgets.section_line import SectionLine
from app.ui.widgets.shapes import FOCUS, box

_EDGE = 12
_LABEL = 118


class RankCard(RankedRow):
    """The first column is its title; those under it follow, the others stand below a line with their names.

    While it waits for somebody to type, only the title is there.
    """

    def __init__(self, context: Context, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.cells = Cells(self, context, columns, lambda each: "strong" if each is columns[0] else "small")
        theme, text = context.theme, context.locale.text
        self._waiting, self._position = False, 0
        self._shown: Collection[str] = [column.key for column in columns]
        self._names: dict[str, Label] = {}
        self._mark = LetterMark(theme, parent=self)
        self._dots = DragDots(theme, text("Move or take away"), parent=self)
        self._dots.dragged.connect(self.dragged)
        self._dots.clicked.connect(self._offer)
        head = self._head(columns)
        self._rest = [column for column in columns if column not in head]
        self._line = SectionLine(theme)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(4))
        self._lay_out(head)

    def raw(self) -> Any:
        """What the cells hold, empty ones left out."""
        return self.cells.raw()

    def set_raw(self, raw: Any) -> None:
        """Show it."""
        self.cells.set_raw(raw)

    def fields(self) -> list[QWidget]:
        """The cells, then the dots."""
        return [*self.cells.stops(), self._dots]

    def show_rank(self, position: int) -> None:
        """Its letter, seen and heard."""
        self._position = position
        text = self._context.locale.text
        rank = text("rank {letter}", letter=letter(position))
        self._mark.show_letter(letter(position), first=position == 0)
        for cell in self.cells.by_key.values():
            cell.describe(rank)
        self._dots.setAccessibleDescription(rank)
        self._invite()
        self.update()

    def show_only(self, keys: Collection[str]) -> None:
        """Hide the other columns and their names."""
        self._shown = keys
        self.cells.show_only(list(keys)[:1] if self._waiting else keys)
        for key, name in self._names.items():
            name.setVisible(key in keys)

    def set_waiting(self, waiting: bool) -> None:
        """The last one is a line that invites."""
        self._waiting = waiting
        for part in (self._mark, self._dots, self._line, self._body):
            part.setVisible(not waiting)
        self.show_only(self._shown)
        edge = 0 if waiting else self.theme.px(_EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._invite()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its edge; the first choice has a stronger one."""
        if self._waiting:
            return
        theme, first = self.theme, self._position == 0
        box(
            QPainter(self),
            self.rect(),
            radius=theme.px(8),
            fill=theme.color("field"),
            edge=theme.color("accent" if first else "stroke" if theme.flat else "line"),
            width=FOCUS if first else theme.stroke,
        )

    def menu(self) -> QMenu:
        """What the dots do, in words."""
        text, menu = self._context.locale.text, QMenu(self._dots)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text("Move up"), self.up_wanted.emit)
        menu.addAction(text("Move down"), self.down_wanted.emit)
        menu.addSeparator()
        menu.addAction(text("Take away"), self.removal_wanted.emit)
        return menu

    def _offer(self) -> None:
        self.menu().popup(self._dots.mapToGlobal(QPoint(0, self._dots.height())))

    def _invite(self) -> None:
        first = self.cells.first.field
        if isinstance(first, WrappingField):
            words = self._context.locale.text("Add at rank {letter}", letter=letter(self._position))
            first.setPlaceholderText(words if self._waiting else "")

    @staticmethod
    def _head(columns: Sequence[Column]) -> list[Column]:
        """The first column and those under it."""
        end = next((at for at, column in enumerate(columns) if at and not column.under), len(columns))
        return list(columns[:end])

    def _lay_out(self, head: Sequence[Column]) -> None:
        theme = self.theme
        words = QVBoxLayout()
        words.setSpacing(0)
        below: list[QWidget] = []
        for column in head:
            cell: QWidget = self.cells.by_key[column.key]
            (below.append if column.kind == "quotation" else words.addWidget)(cell)
        top = QHBoxLayout()
        top.setSpacing(theme.px(6))
        top.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        inside = QGridLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setHorizontalSpacing(theme.px(6))
        inside.setVerticalSpacing(0)
        inside.setColumnStretch(1, 1)
        for line, column in enumerate(self._rest):
            name = Label(theme, self._words(column), role="small", ink="ink2", wrap=True)
            name.setFixedWidth(theme.px(_LABEL))
            name.setContentsMargins(0, theme.px(5), 0, 0)
            self._names[column.key] = name
            inside.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            inside.addWidget(self.cells.by_key[column.key], line, 1, Qt.AlignmentFlag.AlignTop)
        for part in (*below, self._line, self._body):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _words(self, column: Column) -> str:
        return self._context.locale.words(column.label)
