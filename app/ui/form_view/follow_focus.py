"""Keeps the place where one types in sight, and says which it is."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

_AIR = 24
_SETTLED = 30  # milliseconds until a text that grew has its new height on the sheet


class FollowFocus(QObject):
    """Works in whatever scroll area `root` stands in, or in none."""

    entered = Signal(QWidget)

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root, self._entering = root, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(self._show_place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._move)

    def follow(self) -> None:
        """The cursor moved: keep it in sight once the sheet has settled."""
        if not self._timer.isActive():
            self._timer.start()

    def bar_width(self) -> int:
        """How much of the right edge a scroll bar takes."""
        scroll = self._scroll_area()
        return scroll.width() - scroll.viewport().width() if scroll is not None else 0

    def show_whole(self, part: QWidget) -> None:
        """Bring the beginning of a part to the top of the sight."""
        scroll = self._scroll_area()
        content = scroll.widget() if scroll is not None else None
        if scroll is not None and content is not None:
            self._timer.stop()
            scroll.verticalScrollBar().setValue(max(0, part.mapTo(content, QPoint(0, -_AIR)).y()))

    def _move(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._root.isAncestorOf(now):
            self._entering = True
            self.follow()
            self.entered.emit(now)

    def _show_place(self) -> None:
        scroll = self._scroll_area()
        content = scroll.widget() if scroll is not None else None
        place = QApplication.focusWidget()
        if scroll is None or content is None or place is None or not self._root.isAncestorOf(place):
            return
        ends = []
        if self._entering:
            ends += [place.mapTo(content, corner) for corner in (place.rect().bottomLeft(), QPoint())]
        if isinstance(place, QPlainTextEdit | QTextEdit):
            line = place.cursorRect()
            ends += [
                place.viewport().mapTo(content, corner) for corner in (line.bottomLeft(), line.topLeft())
            ]
        self._entering = False
        for end in ends:  # what comes last wins where there is not room for all
            scroll.ensureVisible(scroll.horizontalScrollBar().value(), end.y(), 0, _AIR)

    def _scroll_area(self) -> QScrollArea | None:
        parent = self._root.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
