"""The sheet: paper with the margin line. Left of the line what this is, right of it what was said."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.sheet_footer import SheetFooter
from app.ui.widgets.sheet_header import SheetHeader
from app.ui.widgets.sheet_rows import GUTTER, SheetRows

_NARROW_MARGIN = 12
_CONTENT = 640


class Sheet(QWidget):
    """A header that stays, rows that scroll, a footer that stays.

    `margin` is the width left of the line at 100 %. Below `narrow_below` (sheet width at 100 %,
    by default the margin and 640) labels go above their content and the line moves to the edge.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        margin: int = 104,
        narrow_below: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._margin = theme, margin
        self._narrow_below = margin + _CONTENT if narrow_below is None else narrow_below
        self._narrow = False
        self.header = SheetHeader(theme)
        self.rows = SheetRows(theme)
        self._scroll = ScrollColumn(self.rows, bottom=theme.px(GUTTER))
        self._scroll.bar_shown.connect(self.rows.set_bar)
        self._footer = SheetFooter(theme)
        self._footer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._footer)
        self._tell_margin()

    @property
    def line_x(self) -> int:
        """Where the margin line is, in pixels from the sheet's left edge."""
        return self._theme.px(_NARROW_MARGIN if self._narrow else self._margin)

    @property
    def narrow(self) -> bool:
        """Do labels stand above their content."""
        return self._narrow

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The title in serif and the line under it."""
        self.header.set_title(title, subtitle)

    def add_row(
        self, label: str | QWidget, content: QWidget, *, gap: int = 16, buddy: QWidget | None = None
    ) -> QWidget | None:
        """A row of the grid; see `SheetRows.add_row`."""
        return self.rows.add_row(label, content, gap=gap, buddy=buddy)

    def add_wide(self, content: QWidget, *, gap: int = 16) -> None:
        """A row over both columns; see `SheetRows.add_wide`."""
        self.rows.add_wide(content, gap=gap)

    def to_top(self) -> None:
        """Another part of the page begins where one reads first."""
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take every row away; header and footer stay."""
        self.rows.clear()

    def set_footer(self, content: QWidget, *, label: str = "", plain: bool = False) -> None:
        """What stays at the bottom; `plain` keeps it on paper instead of the list colour."""
        self._footer.fill(content, label=label, plain=plain)
        self._footer.show()
        self._tell_margin()

    def show_footer(self, shown: bool) -> None:
        """Show it or not; it keeps what is in it."""
        self._footer.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow sheets put their labels above."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(self._narrow_below)
        if narrow != self._narrow:
            self._narrow = narrow
            self._tell_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, and the margin line from top to bottom."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.fillRect(QRect(self.line_x, 0, 1, self.height()), self._theme.color("margin"))

    def _tell_margin(self) -> None:
        edge = self._theme.px(GUTTER)
        self.header.set_margins(self.line_x + 1 + edge, edge)
        self.rows.set_margin(self.line_x, self._narrow)
        self._footer.set_margin(self.line_x, self._narrow)
        self.update()
