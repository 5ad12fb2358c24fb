"""A chip: one choice, in a pill."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring


class Chip(PaintedButton):
    """Selected, removable or (dashed) an invitation to add; `removed` when its × or Delete is pressed.

    A checkable chip shows a tick when checked. `tail` is a word after the text such as "principal".
    `remove_name` makes it removable and names its ×.
    """

    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        checkable: bool = False,
        selected: bool = False,
        dashed: bool = False,
        tail: str = "",
        icon: str = "",
        remove_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._tail, self._icon, self._dashed, self._selected = tail, icon, dashed, selected
        self._cross: IconButton | None = None
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(checkable)
        if checkable:
            self.setChecked(selected)
        if tail:
            self.setAccessibleDescription(tail)
        if remove_name:
            self._cross = IconButton(
                theme, "x", remove_name, size=16, side=24, in_tab_order=False, parent=self
            )
            self._cross.clicked.connect(self.removed)
            self._ink_cross()
        self.toggled.connect(self.updateGeometry)

    @property
    def selected(self) -> bool:
        """Is it chosen."""
        return self.isChecked() if self.isCheckable() else self._selected

    def set_selected(self, selected: bool, tail: str = "") -> None:
        """Choose or leave a chip that is not checkable, with its tail word."""
        self._selected, self._tail = selected, tail
        self.setAccessibleDescription(tail)
        self._ink_cross()
        self.updateGeometry()
        self.update()

    def _ink_cross(self) -> None:
        if self._cross is not None:
            self._cross.set_icon("x", self._cross.words(), "accent" if self.selected else "ink2")

    @property
    def _shown_icon(self) -> str:
        if self.isCheckable() and self.isChecked():
            return "check"
        return self._icon or ("plus" if self._dashed else "")

    @property
    def _role(self) -> Role:
        return "strong" if self.selected else "body"

    def _parts(self) -> tuple[int, int, int]:
        """Icon with gap, words, tail with gap."""
        theme = self.theme
        icon = theme.px(16 + 8) if self._shown_icon else 0
        words = theme.metrics(self._role).horizontalAdvance(self._words)
        tail = theme.px(8) + theme.metrics("small").horizontalAdvance(self._tail) if self._tail else 0
        return icon, words, tail

    def sizeHint(self) -> QSize:
        """As wide as its words; 28 high."""
        cross = self.theme.px(20) if self._cross is not None else 0
        return QSize(2 * self.theme.px(12) + sum(self._parts()) + cross + 2, self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The × stays at the right end."""
        super().resizeEvent(event)
        if self._cross is not None:
            side = self._cross.sizeHint()
            self._cross.resize(side)
            self._cross.move(
                self.width() - side.width() - self.theme.px(6), (self.height() - side.height()) // 2
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove it."""
        if self._cross is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, ring, icon, words, tail."""
        theme, painter, rect = self.theme, QPainter(self), self.rect()
        radius = rect.height() / 2
        if self.hasFocus():
            rect = ring(painter, rect, radius=radius, theme=theme)
        if self._dashed:
            fill = theme.color("wash") if self.hovered else None
            box(painter, rect, radius=radius, fill=fill, edge=theme.color("stroke"), width=1, dashed=True)
        elif self.selected:
            edge = theme.color("accent")
            box(painter, rect, radius=radius, fill=theme.color("wash"), edge=edge, width=theme.stroke)
        else:
            ground: Token = "line" if self.hovered and not theme.flat else "list"
            outlined = theme.flat or (self.isCheckable() and self.hovered)
            box(
                painter, rect, radius=radius, fill=theme.color(ground),
                edge=theme.color("stroke") if outlined else None, width=1,
            )  # fmt: skip
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme, height = self.theme, self.height()
        icon, words, tail = self._parts()
        quiet = self._dashed or not self.isEnabled()
        token: Token = "accent" if self.selected else "ink2" if quiet else "ink"
        cross = theme.px(20) if self._cross is not None else 0
        x = (self.width() - cross - icon - words - tail) // 2
        if icon:
            mark = QRect(x, 0, icon - theme.px(8), height)
            theme.draw_icon(painter, self._shown_icon, token, mark, 16)
            x += icon
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color(token))
        painter.setFont(theme.font(self._role))
        painter.drawText(QRect(x, 0, words + 2, height), left, self._words)
        if self._tail:
            painter.setPen(theme.color("accent" if self.selected else "ink2"))
            painter.setFont(theme.font("small"))
            painter.drawText(QRect(x + words + theme.px(8), 1, tail, height), left, self._tail)
