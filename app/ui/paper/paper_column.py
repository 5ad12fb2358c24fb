"""What a page about a paper says beside its picture: the parts scroll, the way out stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.scroll_column import ScrollColumn


class PaperColumn(QVBoxLayout):
    """`parts` are what scrolls, under the way `back`; `foot` stays below it."""

    def __init__(self, theme: Theme, back: Button) -> None:
        super().__init__()
        self._theme, inside = theme, QWidget()
        self.parts = QVBoxLayout(inside)
        self.parts.setContentsMargins(theme.px(32), theme.px(20), theme.px(24), theme.px(16))
        self.parts.setSpacing(theme.px(6))
        self.add_quiet(back)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(theme.px(32), theme.px(10), theme.px(24), theme.px(16))
        self.foot.setSpacing(theme.px(6))
        self.setSpacing(0)
        self._scrolled = ScrollColumn(inside)
        self.addWidget(self._scrolled, 1)
        self.addLayout(self.foot)

    def add_quiet(self, button: Button) -> None:
        """A button without a frame: its words begin where the other parts begin."""
        row = QHBoxLayout()
        row.addSpacing(-self._theme.px(8))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.parts.addLayout(row)

    def keep_in_sight(self) -> None:
        """What is said in the foot takes room above it: the field one is in is not hidden by it."""
        here = QApplication.focusWidget()
        if here is not None and self._scrolled.isAncestorOf(here):
            self._scrolled.ensureWidgetVisible(here, 0, self._theme.px(16))

    def end(self, said: QLayout, *ways_out: QWidget, said_scrolls: bool = False) -> None:
        """What is `said` before it leaves, then how; where the foot is too high the first scrolls too."""
        if said_scrolls or self._theme.large:
            self.parts.addLayout(said)
        else:
            self.foot.addLayout(said)
        self.parts.addStretch(1)
        self.foot.addWidget(FlowRow(self._theme, *ways_out, spacing=12))


def stacked(theme: Theme, *parts: QWidget) -> QVBoxLayout:
    """These, one under the other."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    for part in parts:
        column.addWidget(part)
    return column


def side_by_side(page: QWidget) -> QHBoxLayout:
    """The whole of a page in columns that touch."""
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    return whole
