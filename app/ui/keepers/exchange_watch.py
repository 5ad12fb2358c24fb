"""Looks now and then into the exchange folder, while the notebook is open."""

from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.actions.receiving.exchange_folder import exchange_folder
from app.errors import CarnetError
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.folder_look import FolderLook
from app.storage.notebook import Notebook
from app.ui.workspace import Workspace

_FIRST, _RESTING, _EVERY = 3_000, 3_000, 20_000  # milliseconds


class ExchangeWatch(QObject):
    """On the worker: a drive that is gone may take its time to say so.

    `workspace.folder_looked` tells what was found, `workspace.newest_look` keeps it.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._looking, self._anew = workspace, False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST)
        workspace.folder_named.connect(self._look_elsewhere)
        workspace.changed.connect(self._look_when_something_came)

    def look(self) -> None:
        """Look now, unless a look is under way."""
        workspace = self._workspace
        if self._looking or workspace.locked:
            return
        self._looking, before = True, workspace.newest_look
        if self._anew:
            self._anew, before = False, msgspec.structs.replace(before, judged={})
        look = partial(_look, workspace.notebook, workspace.library, before)
        workspace.tasks.run(look, done=self._tell, failed=self._go_on)

    def _look_elsewhere(self) -> None:
        self._anew = True
        self.look()

    def _look_when_something_came(self, changes: Changes) -> None:
        self._anew |= changes.touches("correspondent")  # who was unknown may be known now
        if self._anew or changes.touches("package"):
            self.look()

    def _tell(self, found: FolderLook) -> None:
        if not isValid(self) or self._workspace.locked:  # the answer came after the window went
            return
        workspace, before = self._workspace, self._workspace.newest_look
        self._looking = False
        workspace.newest_look = found
        if (found.folder, found.is_there, found.arrived) != (before.folder, before.is_there, before.arrived):
            workspace.folder_looked.emit()
        if self._anew:  # something changed while it was looked at
            self.look()
        elif found.folder:  # where none is named nothing is looked for until one is
            still_coming = found.marks.keys() != found.judged.keys()
            self._timer.start(_RESTING if still_coming else _EVERY)

    def _go_on(self, _: CarnetError | None = None) -> None:
        if isValid(self):
            self._looking = False
            self._timer.start(_EVERY)


def _look(notebook: Notebook, library: Library, before: FolderLook) -> FolderLook:
    """For the worker; what opens packages is loaded where a folder is named and nowhere else."""
    if exchange_folder(notebook) is None:
        return FolderLook()
    from app.actions.receiving.look_into_folder import look_into_folder

    return look_into_folder(notebook, library=library, before=before)
