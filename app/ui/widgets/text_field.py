"""One line to type in."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.mime import leave_files


class TextField(QLineEdit):
    """A 36 px line. `name` is read aloud when no label is its buddy. Things may stand inside at the right."""

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        name: str = "",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._inside: list[QWidget] = []
        self.setFont(theme.font("body"))
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_personal(self) -> None:
        """The violet of personal notes."""
        self.setProperty("skin", "personal")
        self.style().unpolish(self)
        self.style().polish(self)

    def add_inside(self, widget: QWidget) -> None:
        """Put a small button or key inside, at the right end."""
        widget.setParent(self)
        widget.show()
        self._inside.append(widget)
        self._place_inside()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are for the sheet; their paths are no words of anybody's."""
        if not leave_files(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The same."""
        if not leave_files(event):
            super().dragMoveEvent(event)

    def sizeHint(self) -> QSize:
        """36 high."""
        return QSize(self.theme.px(160), self.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """Room for a word and for what stands inside."""
        inside = sum(widget.sizeHint().width() + self.theme.px(4) for widget in self._inside)
        return QSize(self.theme.px(60) + inside, self.theme.px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands inside stays at the right end."""
        super().resizeEvent(event)
        self._place_inside()

    def _place_inside(self) -> None:
        x = self.width() - self.theme.px(6)
        for widget in reversed(self._inside):
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            x -= size.width()
            widget.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            x -= self.theme.px(4)
        taken = self.width() - x - self.theme.px(8) if self._inside else 0
        margins = self.textMargins()
        self.setTextMargins(margins.left(), margins.top(), max(0, taken), margins.bottom())
