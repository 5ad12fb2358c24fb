"""Keeps the place where one types in sight, and says which it is."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

_AIR = 24


class FollowFocus(QObject):
    """Works in whatever scroll area `root` stands in, or in none."""

    entered = Signal(QWidget)

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._move)

    def follow(self, area: QPlainTextEdit | QTextEdit) -> None:
        """Keep the cursor of a text that grows in sight, once it has grown."""
        if area.hasFocus():
            QTimer.singleShot(0, area, lambda: self._show_cursor(area))

    def bar_width(self) -> int:
        """How much of the right edge a scroll bar takes."""
        scroll = self._scroll_area()
        return scroll.width() - scroll.viewport().width() if scroll is not None else 0

    def show_whole(self, part: QWidget) -> None:
        """Bring the beginning of a part to the top of the sight."""
        scroll = self._scroll_area()
        content = scroll.widget() if scroll is not None else None
        if scroll is not None and content is not None:
            top = part.mapTo(content, part.rect().topLeft()).y()
            scroll.verticalScrollBar().setValue(max(0, top - _AIR))

    def _move(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._root.isAncestorOf(now):
            return
        scroll = self._scroll_area()
        if scroll is not None and not isinstance(now, QPlainTextEdit | QTextEdit):
            QTimer.singleShot(0, now, lambda: scroll.ensureWidgetVisible(now, 0, _AIR))
        self.entered.emit(now)

    def _show_cursor(self, area: QPlainTextEdit | QTextEdit) -> None:
        scroll = self._scroll_area()
        content = scroll.widget() if scroll is not None else None
        if scroll is not None and content is not None and area.hasFocus():
            place = area.viewport().mapTo(content, area.cursorRect().bottomLeft())
            scroll.ensureVisible(scroll.horizontalScrollBar().value(), place.y(), 0, _AIR)

    def _scroll_area(self) -> QScrollArea | None:
        parent = self._root.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
