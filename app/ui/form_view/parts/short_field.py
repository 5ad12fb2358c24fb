"""A short field: in the shape of a chip, or plain on a line and framed only while one types."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.widgets.mime import leave_files
from app.ui.widgets.shapes import FOCUS, box

Shape = Literal["pill", "line"]
_HEIGHT: dict[Shape, int] = {"pill": 28, "line": 32}
_LOW = 26
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class ShortField(QLineEdit):
    """A pill is at least `letters` wide and as wide as its text; a line takes the width it is given.

    An `inviting` pill is small and dashed while it is empty and nobody types, like a chip that adds.
    """

    left = Signal()  # the focus went elsewhere in the program
    entered = Signal()  # Enter

    def __init__(
        self,
        theme: Theme,
        *,
        shape: Shape = "pill",
        letters: int = 10,
        icon: str = "",
        hint: str = "",
        role: Role = "body",
        inviting: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._shape, self._letters, self._icon = theme, shape, letters, icon
        self._doubtful, self._friendly, self._inviting, self._low = False, "", inviting, False
        self.setProperty("skin", "bare")
        self.setFont(theme.font(role))
        self.setPlaceholderText(hint)
        self.setFixedHeight(self._line_height)
        across = QSizePolicy.Policy.Preferred if shape == "pill" else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._make_room()
        self.textChanged.connect(self._fit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are for the sheet; their paths are no words of anybody's."""
        if not leave_files(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The same."""
        if not leave_files(event):
            super().dragMoveEvent(event)

    def set_icon(self, icon: str) -> None:
        """Another icon before the text."""
        self._icon = icon
        self._make_room()
        self.update()

    def set_small(self) -> None:
        """Write small, on a lower line."""
        self._low = True
        self.setFont(self.theme.font("small"))
        self._fit()

    def set_doubtful(self, doubtful: bool) -> None:
        """Show by its edge that what stands in it cannot be understood."""
        self._doubtful = doubtful
        self.update()

    def set_friendly(self, words: str) -> None:
        """Shorter words for what stands in it, seen while nobody types; "" shows the text."""
        self._friendly = words
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text or the hint, and for a cursor after it."""
        metrics = self.fontMetrics()
        words = self.text() or self.placeholderText()
        width = metrics.horizontalAdvance(words)
        if not self._invites:
            width = max(width, metrics.averageCharWidth() * self._letters)
        margins = self.textMargins()
        return QSize(width + margins.left() + margins.right() + self.theme.px(8), self.height())

    def minimumSizeHint(self) -> QSize:
        """It may shrink in a narrow window: the text then scrolls inside."""
        return QSize(self.theme.px(72 if self._shape == "pill" else 32), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower may mean higher."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of one line is news."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            event.accept()
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The edge follows the focus."""
        super().focusInEvent(event)
        self._follow_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is when typing is read."""
        super().focusOutEvent(event)
        self._follow_focus()
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape, the icon, the words."""
        painter = QPainter(self)
        (self._paint_pill if self._shape == "pill" else self._paint_line)(painter)
        theme = self.theme
        if self._icon:
            place = QRect(theme.px(_inset(self._shape)), 0, theme.px(16), self._line_height)
            theme.draw_icon(painter, self._icon, "ink2", place, 16)
        if self.hasFocus() or (not self._friendly and self.height() == self._line_height):
            painter.end()
            super().paintEvent(event)
            return
        painter.setPen(theme.color("ink"))
        painter.setFont(self.font())
        painter.drawText(self._room(), self.alignment() | _WRAPPED, self._friendly or self.text())

    @property
    def _invites(self) -> bool:
        return self._inviting and not self.text() and not self.hasFocus()

    def _follow_focus(self) -> None:
        self._fit()
        self.update()

    @property
    def _line_height(self) -> int:
        return self.theme.px(_LOW if self._low else _HEIGHT[self._shape])

    def _room(self) -> QRect:
        """Where the words stand; Qt leaves two more pixels at each end."""
        margins = self.textMargins()
        return self.rect().adjusted(margins.left() + 2, 0, -margins.right() - 2, 0)

    def _fit(self) -> None:
        """While nobody types, words too long for one line go on under it."""
        height, words = self._line_height, self._friendly or self.text()
        if words and not self.hasFocus():
            room = QRect(0, 0, max(1, self._room().width()), 10_000)
            measure = self.fontMetrics().boundingRect
            height += measure(room, _WRAPPED, words).height() - measure(room, _WRAPPED, "x").height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        if self._shape == "pill":
            self.updateGeometry()

    def _paint_pill(self, painter: QPainter) -> None:
        theme, rect = self.theme, self.rect()
        filled = bool(self.text()) and not self.hasFocus()
        edge, width = theme.color("stroke"), theme.stroke
        if self.hasFocus():
            edge, width = theme.color("accent"), FOCUS
        elif self._doubtful:
            edge = theme.color("warn")
        quiet = filled and not self._doubtful and not theme.flat and not self.underMouse()
        fill = theme.color("list" if filled else "field")
        if self._invites:
            fill = theme.color("wash" if self.underMouse() else "paper")
        box(
            painter,
            rect,
            radius=self._line_height / 2,
            fill=fill,
            edge=None if quiet else edge,
            width=width,
            dashed=self._invites,
        )

    def _paint_line(self, painter: QPainter) -> None:
        theme, rect = self.theme, self.rect()
        if self.hasFocus():
            fill = theme.color("field")
            box(painter, rect, radius=theme.px(6), fill=fill, edge=theme.color("accent"), width=FOCUS)
        elif self._doubtful:
            box(painter, rect, radius=theme.px(6), edge=theme.color("warn"), width=theme.stroke)

    def _make_room(self) -> None:
        px, inset = self.theme.px, _inset(self._shape)
        self.setTextMargins(px(inset + (24 if self._icon else 0)), 0, px(inset), 0)


def _inset(shape: Shape) -> int:
    return 12 if shape == "pill" else 6
