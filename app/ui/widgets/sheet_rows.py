"""The grid of a sheet: labels right-aligned to the margin line, contents right of it."""

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label

GUTTER = 24  # from the margin line to the content, and from the content to the window's edge
LABEL_GAP = 15  # from a label to the margin line
_UNBOUNDED = 16777215


@runtime_checkable
class FollowsMargin(Protocol):
    """What spans both columns and must know where the line is."""

    def set_margin(self, line: int, narrow: bool) -> None:
        """The line is at `line` pixels; `narrow` puts labels above their content."""


@runtime_checkable
class HasFirstLine(Protocol):
    """A content whose first line is not what its height suggests."""

    def first_line(self) -> int:
        """Its height in pixels."""


class _Row(NamedTuple):
    label: QWidget | None
    content: QWidget
    gap: int
    wide: bool


class SheetRows(QWidget):
    """Rows of label and content. A sheet has one; a form may be one, added to a sheet as a wide row."""

    def __init__(self, theme: Theme, *, edge: int = GUTTER, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._edge = theme, edge
        self._line, self._narrow, self._bar = theme.px(104), False, 0
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setSpacing(0)
        self._arrange()

    def set_margin(self, line: int, narrow: bool) -> None:
        """The line is at `line` pixels; `narrow` puts labels above their content."""
        if (line, narrow) != (self._line, self._narrow):
            self._line, self._narrow = line, narrow
            self._arrange()

    def set_bar(self, width: int) -> None:
        """A scroll bar of that width stands in the free edge: the content keeps its width."""
        self._bar = width
        self._arrange()

    def add_row(
        self, label: str | QWidget, content: QWidget, *, gap: int = 16, buddy: QWidget | None = None
    ) -> QWidget | None:
        """A row: a label in the margin, content right of the line, `gap` above. Gives the label back.

        A label made of words becomes the accessible name of `buddy`, by default of the content.
        """
        margin: QWidget | None = None
        if isinstance(label, QWidget):
            margin = label
        elif label:
            words = Label(self._theme, label, role="small_strong", ink="ink2", wrap=True)
            target = buddy or content
            if target.focusPolicy() != Qt.FocusPolicy.NoFocus or target.focusProxy() is not None:
                words.setBuddy(target)
            margin = words
        self._add(_Row(margin, content, gap, False))
        return margin

    def add_wide(self, content: QWidget, *, gap: int = 16) -> None:
        """A row over both columns; a content with `set_margin` is told where the line is."""
        self._add(_Row(None, content, gap, True))

    def clear(self) -> None:
        """Take every row away."""
        for row in self._rows:
            for widget in (row.label, row.content):
                if widget is not None:
                    widget.hide()
                    widget.setParent(None)
                    widget.deleteLater()
        self._rows = []
        self._arrange()

    def _add(self, row: _Row) -> None:
        self._rows.append(row)
        for widget in (row.label, row.content):
            if widget is not None:
                shown = not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
                widget.setParent(self)
                if shown:
                    widget.show()
        self._arrange()

    def _arrange(self) -> None:
        grid, edge = self._grid, self._theme.px(self._edge)
        # Not takeAt: an item that is not deleted keeps the widget's news from the item that follows it.
        while (item := grid.itemAt(0)) is not None and (widget := item.widget()) is not None:
            grid.removeWidget(widget)
        for line in range(grid.rowCount()):
            grid.setRowMinimumHeight(line, 0)
            grid.setRowStretch(line, 0)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnMinimumWidth(0, self._line)
        grid.setColumnMinimumWidth(1, 1 + self._theme.px(GUTTER))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(3, max(0, edge - self._bar))
        line = 0
        for row in self._rows:
            grid.setRowMinimumHeight(line, self._theme.px(row.gap))
            line = self._place(row, line + 1)
        grid.setRowStretch(line, 1)

    def _place(self, row: _Row, line: int) -> int:
        """Put one row on the grid; the next free line."""
        grid = self._grid
        if row.wide:
            if isinstance(row.content, FollowsMargin):
                row.content.set_margin(self._line, self._narrow)
            grid.addWidget(row.content, line, 0, 1, 4)
            return line + 1
        if row.label is not None:
            self._fit_label(row.label, row.content)
            if self._narrow:
                grid.addWidget(row.label, line, 2)
                grid.setRowMinimumHeight(line + 1, self._theme.px(4))
                line += 2
            else:
                grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(row.content, line, 2)
        return line + 1

    def _fit_label(self, label: QWidget, content: QWidget) -> None:
        """Against the line when beside it, at the left when above the content."""
        theme = self._theme
        if not isinstance(label, Label):
            return
        if self._narrow:
            label.setContentsMargins(0, 0, 0, 0)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
            label.setMinimumWidth(0)
            label.setMaximumWidth(_UNBOUNDED)
        else:
            lift = max(0, (self._first_line(content) - label.fontMetrics().height()) // 2)
            label.setContentsMargins(theme.px(8), lift, theme.px(LABEL_GAP), 0)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            label.setFixedWidth(self._line)

    def _first_line(self, content: QWidget) -> int:
        """How high the first line of the content is, for its label to stand beside it."""
        if isinstance(content, HasFirstLine):
            return content.first_line()
        if isinstance(content, Label):
            return content.fontMetrics().height()
        layout = content.layout()
        first = layout.itemAt(0) if layout is not None and layout.count() else None
        inner = first.widget() if first is not None else None
        if inner is not None:
            return self._first_line(inner)
        height = content.sizeHint().height()
        return height if height <= self._theme.px(44) else self._theme.metrics("body").height()
