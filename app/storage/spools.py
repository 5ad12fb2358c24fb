"""The files in the notebook's folder in which something from outside waits; they end with the notebook."""

import os
import secrets
import shutil
import threading
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

from app.errors import FolderReadOnly, NoRoomToOpen, NotebookGone, Stopped
from app.storage.spool import Spool, new_key

PREFIX = "notebook.waiting-"


class Spools:
    """Those that are open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: WeakSet[Spool] = WeakSet()
        self._lock, self._closed = threading.Lock(), False

    def new(self, *, room: int = 0) -> Spool:
        """An empty one, 0600, where at least so many bytes are free.

        NoRoomToOpen, FolderReadOnly, NotebookGone, Stopped once the notebook is closed.
        """
        with suppress(OSError):  # a drive that does not say is tried
            if shutil.disk_usage(self._folder).free < room:
                raise NoRoomToOpen
        path = self._folder / f"{PREFIX}{secrets.token_hex(4)}"
        with self._lock:
            if self._closed:
                raise Stopped
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            except FileNotFoundError as error:
                raise NotebookGone(folder=str(self._folder)) from error
            except OSError as error:
                raise FolderReadOnly from error
            spool = Spool(path, new_key())
            self._open.add(spool)
        return spool

    def sweep(self) -> None:
        """Take away what a crash left; nobody has the key to it any more."""
        for path in self._folder.glob(f"{PREFIX}*"):
            with suppress(OSError):
                path.unlink()

    def close(self) -> None:
        """All of them at once; whoever still reads one is told Stopped."""
        with self._lock:
            self._closed = True
            spools = list(self._open)
        for spool in spools:
            spool.close()
