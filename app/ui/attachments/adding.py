"""Adds files one after the other on the worker, then asks about those that still lie outside."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.actions.attachments.add_attachment import Added, add_attachment
from app.actions.attachments.delete_source import delete_source
from app.errors import CarnetError
from app.models.harmless_name import harmless_name
from app.ui.dialogs.delete_source import delete_source_wanted
from app.ui.workspace import Workspace


class Adding(QObject):
    """Lives as long as `asker`, whatever is drawn anew meanwhile.

    `told` says that something is to be said: `under_way` is the file being added or "", `failures` are
    sentences about those that were not, `owner_id` is the record they were for.
    """

    told = Signal()

    def __init__(self, workspace: Workspace, asker: QWidget) -> None:
        super().__init__(asker)
        self._workspace, self._asker = workspace, asker
        self._waiting: list[Path] = []
        self._kind, self.owner_id = "", ""
        self._added: list[Added] = []
        self.under_way, self.failures = "", list[str]()
        self._stopped = Event()
        window = workspace.parent()
        if window is not None:
            window.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being added."""
        return bool(self._waiting)

    def add(self, paths: Sequence[Path], *, kind: str, record_id: str) -> None:
        """Begin; while others are being added nothing new is taken."""
        if self._waiting or not paths:
            return
        self._waiting, self._kind, self.owner_id = list(paths), kind, record_id
        self._added, self.failures = [], []
        self._stopped.clear()
        self._next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The notebook is locked, and nobody waits for a file: what is being added is taken back."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._stopped.set()
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        workspace, path = self._workspace, self._waiting[0]
        self.under_way = harmless_name(path.name)
        self.told.emit()
        work = partial(
            add_attachment, workspace.notebook, kind=self._kind, record_id=self.owner_id, path=path,
            stopped=self._stopped.is_set,
        )  # fmt: skip
        workspace.tasks.run(work, done=self._keep, failed=self._fail, name=workspace.text("the attachment"))

    def _keep(self, added: Added) -> None:
        if not isValid(self):  # locked or left meanwhile: the attachment is in the notebook
            return
        self._added.append(added)
        if not added.changes.items:
            name = added.attachment.name
            self.failures.append(self._workspace.text("The file {file} is attached here already.", file=name))
        self._workspace.tell(added.changes)
        self._go_on()

    def _fail(self, failure: CarnetError) -> None:
        if isValid(self):
            self.failures.append(failure.said(self._workspace.locale))
            self._go_on()

    def _go_on(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._next()
            return
        self._end()
        if self._added and delete_source_wanted(
            self._workspace, self._asker, names=[harmless_name(one.source.path.name) for one in self._added]
        ):
            self._delete()

    def _end(self) -> None:
        self.under_way = ""
        self.told.emit()

    def _delete(self) -> None:
        for added in self._added:
            try:
                delete_source(source=added.source)
            except CarnetError as failure:
                self.failures.append(failure.said(self._workspace.locale))
        if isValid(self):
            self._end()
