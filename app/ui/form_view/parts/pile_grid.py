"""Widgets side by side, each with its share of the width; in a narrow row the first has a line of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme

_LEAST = 122  # the width of a column at 100 %, on average, below which the row takes two lines


class PileGrid:
    """The layout of `owner`, which tells it its width. A pile is one widget or several from the top."""

    def __init__(
        self, owner: QWidget, theme: Theme, piles: Sequence[tuple[Sequence[QWidget], float]]
    ) -> None:
        self._theme, self._narrow = theme, False
        self._piles = [(_under(widgets), max(1, round(share * 100))) for widgets, share in piles]
        self._grid = QGridLayout(owner)
        self._grid.setContentsMargins(0, 0, 0, 1)
        self._grid.setSpacing(0)
        for pile, _ in self._piles:
            policy = pile.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            pile.setSizePolicy(policy)
        self._arrange()

    def fit(self, width: int) -> None:
        """One line or two, at this width."""
        narrow = len(self._piles) > 2 and width < self._theme.px(_LEAST) * len(self._piles)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def add_below(self, widget: QWidget) -> None:
        """Something under all of them, as wide as they are together."""
        self._grid.addWidget(widget, 2, 0, 1, len(self._piles))

    def _arrange(self) -> None:
        grid, top, count = self._grid, Qt.AlignmentFlag.AlignTop, len(self._piles)
        for column, (pile, _) in enumerate(self._piles):
            grid.removeWidget(pile)
            grid.setColumnStretch(column, 0)
        line, beside = (1, self._piles[1:]) if self._narrow else (0, self._piles)
        if self._narrow:
            grid.addWidget(self._piles[0][0], 0, 0, 1, count, top)
        for column, (pile, share) in enumerate(beside):
            grid.addWidget(pile, line, column, top)
            grid.setColumnStretch(column, share)


def _under(widgets: Sequence[QWidget]) -> QWidget:
    if len(widgets) == 1:
        return widgets[0]
    pile = QWidget()
    column = QVBoxLayout(pile)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return pile
