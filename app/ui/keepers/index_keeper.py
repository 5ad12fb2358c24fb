"""Sheets of an older program are indexed anew while the notebook is open: in small pieces, in between."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.actions.index.index_anew import index_anew
from app.ui.workspace import Workspace

_FIRST_MS, _NEXT_MS = 4000, 40  # never while the first page is being drawn


class IndexKeeper(QObject):
    """Whatever ends it, the next opening goes on; once all is done it asks once and rests.

    The work has no name for the worker: nobody has to hear how it ended.
    """

    def __init__(self, workspace: Workspace, parent: QObject, *, first_ms: int = _FIRST_MS) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._under_way = False
        self._timer = QTimer(self, singleShot=True, interval=first_ms)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def at_rest(self) -> bool:
        """Whether nothing is left to do, or nothing can be done."""
        return not self._timer.isActive() and not self._under_way

    def _go_on(self) -> None:
        workspace = self._workspace
        if workspace.locked or workspace.tasks.stopped:
            return
        self._under_way = True
        piece = partial(index_anew, workspace.notebook, library=workspace.library)
        workspace.tasks.run(piece, done=self._rest, failed=lambda _: self._rest(False))

    def _rest(self, more: bool) -> None:
        self._under_way = False
        if more:
            self._timer.setInterval(_NEXT_MS)
            self._timer.start()
