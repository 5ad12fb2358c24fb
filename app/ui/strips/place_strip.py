"""Says once that the notebook lies in a bad place, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CarnetError
from app.ui.keepers.drive_watch import Drive
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.words.place_words import hazard_words
from app.ui.workspace import Workspace

_TOLD = "place_told"  # a preference: the place and the hazard somebody has read about


class PlaceStrip(QWidget):
    """Stays until somebody has read it; the same place is not told again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._hazard = workspace, ""
        self.read = Button(workspace.theme, workspace.text("Understood"), kind="outlined", small=True)
        self._banner = Banner(workspace.theme, actions=[self.read])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self.read.clicked.connect(self._remember)
        workspace.drive_looked.connect(self._look)
        self.hide()

    def _look(self, drive: Drive) -> None:
        workspace, self._hazard = self._workspace, drive.hazard
        try:
            told = workspace.notebook.preferences.get(_TOLD)
        except CarnetError:
            return
        wanted = bool(self._hazard) and told != self._place()
        if wanted:
            self._banner.set_lines([("info", hazard_words(workspace.locale, self._hazard))])
        self.setVisible(wanted)

    def _remember(self) -> None:
        self.hide()
        try:
            self._workspace.notebook.preferences.set(_TOLD, self._place())
        except CarnetError as failure:
            self._workspace.failed.emit(failure)

    def _place(self) -> list[str]:
        return [str(self._workspace.notebook.folder), self._hazard]
