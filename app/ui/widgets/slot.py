"""A place on a page that shows one widget at a time."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Slot(QVBoxLayout):
    """What stood there before goes for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def put(self, widget: W) -> W:
        """Show this one from now on."""
        if self._shown is not None:
            self.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self.addWidget(widget)
        return widget
