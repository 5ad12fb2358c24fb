"""Takes files dropped onto a widget, as copies: what lies outside stays where it is."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.mime import local_files


class FileDrop(QObject):
    """`over` says that files are held above it, `dropped` brings their paths once they are let go."""

    over = Signal(bool)
    dropped = Signal(list)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer for the widget; anything but files goes on to it."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.over.emit(False)
        elif isinstance(event, QDropEvent) and (files := local_files(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)  # whoever drags would delete what was moved
            event.accept()
            self.over.emit(kind != QEvent.Type.Drop)
            if kind == QEvent.Type.Drop:
                # the other program waits for the end of this event, so no question is asked in it
                QTimer.singleShot(0, self, lambda: self.dropped.emit([Path(file) for file in files]))
            return True
        return super().eventFilter(watched, event)
