"""Looks now and then at the drive of the notebook: is there room, is the reserve whole, is the place good."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from app.errors import CarnetError
from app.storage.notebook import Notebook
from app.ui.words.place_words import hazard_of
from app.ui.workspace import Workspace

_FIRST, _EVERY = 2_000, 60_000  # milliseconds


class Drive(NamedTuple):
    """What was found: bytes free, if the drive answers, and a word for a bad place."""

    room: int | None
    hazard: str


class DriveWatch(QObject):
    """Looks on the worker, because a drive that is gone may take its time to say so."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._stopped = workspace, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST)

    def look(self) -> None:
        """Look now; `workspace.drive_looked` tells what was found."""
        notebook = self._workspace.notebook
        self._workspace.tasks.run(lambda: look_at_drive(notebook), done=self._tell, failed=self._go_on)

    def stop(self) -> None:
        """The notebook is closed; a look that is under way tells nobody."""
        self._stopped = True
        self._timer.stop()

    def _tell(self, drive: Drive) -> None:
        if not self._stopped:
            self._workspace.drive_looked.emit(drive)
        self._go_on()

    def _go_on(self, _: CarnetError | None = None) -> None:
        if not self._stopped:
            self._timer.start(_EVERY)


def look_at_drive(notebook: Notebook) -> Drive:
    """For the worker; keeps the reserve again where there is room."""
    notebook.reserve.fill()
    return Drive(notebook.reserve.room, hazard_of(notebook.folder))
