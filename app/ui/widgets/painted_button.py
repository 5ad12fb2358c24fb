"""What all buttons share: a name for every reader, Enter as well as Space, and a hand that shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PaintedButton(QAbstractButton):
    """A button that draws itself; subclasses paint and measure."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)

    def words(self) -> str:
        """The visible words."""
        return self._words

    def set_words(self, text: str) -> None:
        """Change the visible words and the accessible name together."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def hovered(self) -> bool:
        """Is the pointer over it, and would a press count."""
        return self.underMouse() and self.isEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; arrows choose among those of which only one is chosen."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step is None:
            super().keyPressEvent(event)
        elif self.autoExclusive():
            self._choose_next(step)  # the Tab key stops at the chosen one alone
        else:
            event.ignore()  # Qt would move the focus by itself; whoever groups buttons walks through them

    def _choose_next(self, step: int) -> None:
        direct, parent = Qt.FindChildOption.FindDirectChildrenOnly, self.parentWidget()
        around = parent.findChildren(PaintedButton, options=direct) if parent is not None else [self]
        others = [button for button in around if button.autoExclusive() and button.isEnabled()]
        target = others[(others.index(self) + step) % len(others)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()
