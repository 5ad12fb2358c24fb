"""What hands do, in whatever window of the program they do it."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from shiboken6 import isValid

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_TOUCHES = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.NativeGesture,
    QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease,
    QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
})  # fmt: skip


class Hands(QObject):
    """`moved` with every key and touch; `lock_pressed` with Ctrl+L before anything else hears of it.

    It listens at the windows themselves, where keys arrive before a question, a menu or an open list
    gets them.
    """

    moved = Signal()
    lock_pressed = Signal()
    came_up = Signal(object)  # a window one works in, each time it comes up

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = QPointF()
        application.focusWindowChanged.connect(self.watch)
        self._typed_in: QObject | None = None
        application.focusObjectChanged.connect(self._follow)

    def watch(self, window: QWindow | None) -> None:
        """Listen at this window too; twice is harmless."""
        if window is not None:
            window.installEventFilter(self)
            self.came_up.emit(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key and touch counts; Ctrl+L goes no further."""
        kind = event.type()
        if kind in _KEYS:
            self.moved.emit()
            if isinstance(event, QKeyEvent) and _is_lock(event):
                if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self.lock_pressed.emit()
                return True
        elif kind in _TOUCHES:
            self.moved.emit()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            place = event.globalPosition()
            if place != self._place:  # a window coming up under a resting mouse is no movement
                self._place = place
                self.moved.emit()
        elif kind == QEvent.Type.InputMethod:
            self.moved.emit()
        return False

    def _follow(self, place: QObject | None) -> None:
        """Letters an input method composes come past the window, to the field itself."""
        if self._typed_in is not None and isValid(self._typed_in):
            self._typed_in.removeEventFilter(self)
        self._typed_in = place
        if place is not None:
            place.installEventFilter(self)


def _is_lock(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
