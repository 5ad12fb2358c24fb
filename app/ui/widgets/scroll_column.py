"""A column that scrolls up and down and lets the paper behind it show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """`content` as wide as the room there is and as high as it needs, `bottom` pixels free below it."""

    def __init__(self, content: QWidget, *, bottom: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, bottom)
        layout.setSpacing(0)
        layout.addWidget(content)
        self.setWidget(holder)
        for part in (self.viewport(), holder, content):
            part.setAutoFillBackground(False)
