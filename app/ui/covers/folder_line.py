"""Where the new notebook will lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Locale
from app.ui.ask_place import ask_folder
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.words.place_words import hazard_of, hazard_words


class FolderLine(QWidget):
    """The folder and a way to another one; says so when something already lies there, or lies badly there."""

    changed = Signal()

    def __init__(self, theme: Theme, locale: Locale, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._locale, self.folder = theme, locale, folder
        self._path = Label(theme)
        self._path.setMinimumWidth(theme.px(120))
        self._change = Button(theme, locale.text("Another folder…"), kind="quiet", icon="folder-open")
        self._change.clicked.connect(self._choose)
        self._filled = Label(theme, role="small_strong", ink="warn", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._path, 1)
        row.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self._filled)
        self._show()

    def missing(self) -> str:
        """A folder with nothing in it."""
        self._show()
        if not _holds_something(self.folder):
            return ""
        self._change.setFocus()
        return self._locale.text("The new notebook needs an empty folder.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long path is shortened in its middle."""
        super().resizeEvent(event)
        self._elide()

    def set_folder(self, folder: Path) -> None:
        """Another folder; in one that holds something a new folder is proposed."""
        self.folder = folder / "carnet" if _holds_something(folder) else folder
        self._show()
        self.changed.emit()

    def _choose(self) -> None:
        start = next((path for path in (self.folder, *self.folder.parents) if path.is_dir()), Path.home())
        place = ask_folder(self, self._locale.text("Folder of the new notebook"), at=start)
        if place is not None:
            self.set_folder(place)

    def _show(self) -> None:
        self._path.setAccessibleName(str(self.folder))
        self._path.setToolTip(str(self.folder))
        filled = _holds_something(self.folder)
        said = (
            self._locale.text("This folder already holds something; choose an empty one.")
            if filled
            else hazard_words(self._locale, hazard_of(self.folder))
        )
        self._filled.setText(said)
        self._filled.setVisible(bool(said))
        self._elide()

    def _elide(self) -> None:
        metrics = self._theme.metrics("body")
        room = self._path.width()
        self._path.setText(metrics.elidedText(str(self.folder), Qt.TextElideMode.ElideMiddle, room))


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir()) if folder.is_dir() else folder.exists()
    except OSError:
        return False  # the creation will say what is the matter
