"""A code in numbered groups, large enough to be copied by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box

_ROW, _EDGE, _LEAST = 62, 16, 116


class CodeGroups(QWidget):
    """Four groups a row, or fewer where there is less room; read aloud sign by sign."""

    def __init__(
        self, theme: Theme, groups: Sequence[str], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._groups = theme, list(groups)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        spelt = (f"{at}: {' '.join(group)}" for at, group in enumerate(self._groups, 1))
        self.setAccessibleDescription(". ".join(spelt))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as the width asks for."""
        rows = -(-len(self._groups) // self._columns(width))
        return self._theme.px(_ROW) * rows + 2 * self._theme.px(_EDGE)

    def sizeHint(self) -> QSize:
        """Four groups wide."""
        width = self._theme.px(_LEAST) * 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One group wide."""
        return QSize(self._theme.px(_LEAST), self.heightForWidth(max(self.width(), self._theme.px(_LEAST))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list's ground, a number over each group."""
        theme, painter = self._theme, QPainter(self)
        edge = theme.color("accent" if self.hasFocus() else "stroke")
        box(painter, self.rect().adjusted(1, 1, -1, -1), radius=theme.px(8), fill=theme.color("list"),
            edge=edge, width=2 if self.hasFocus() else 1)  # fmt: skip
        columns = self._columns(self.width())
        wide, high, top = self.width() // columns, theme.px(_ROW), theme.px(_EDGE)
        for at, group in enumerate(self._groups):
            down, across = divmod(at, columns)
            place = QRect(across * wide, top + down * high, wide, high)
            painter.setPen(theme.color("ink2"))
            painter.setFont(theme.font("small"))
            above = place.adjusted(0, 0, 0, -high + theme.px(20))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(at + 1))
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font("title"))
            below = place.adjusted(0, theme.px(18), 0, -theme.px(6))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, group)

    def _columns(self, width: int) -> int:
        return next((n for n in (4, 2) if width >= n * self._theme.px(_LEAST)), 1)
