"""The languages of the window, at the foot of the cover."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import NAMES, window_languages
from app.ui.theme.theme import Theme
from app.ui.widgets.cloth_button import ClothButton


class Languages(QWidget):
    """Each in its own language; the current one is bold."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for code in window_languages():
            word = ClothButton(theme, NAMES[code], current=code == current)
            word.clicked.connect(lambda _=False, code=code: self._choose(code, current))
            row.addWidget(word)

    def _choose(self, code: str, current: str) -> None:
        if code != current:
            self.chosen.emit(code)
