"""Things side by side where there is room for two, otherwise one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme

_TWO_FROM = 560


class Columns(QWidget):
    """Two equal columns; one below 560 pixels at 100 %."""

    def __init__(
        self, theme: Theme, widgets: Sequence[QWidget], *, gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._widgets, self._columns = theme, list(widgets), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(gap))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._theme.px(_TWO_FROM) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for n, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, *divmod(n, columns), Qt.AlignmentFlag(0))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
