"""One window at a time on one notebook."""

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from app.errors import NotebookInUse, NotebookUnreadable

NAME = "notebook.lock"


class NotebookLock:
    """Held while the notebook in `folder` is open here.

    The system lets go of it when the process ends, however it ends, so a killed program never locks
    anybody out; the file itself stays and says nothing.
    """

    def __init__(self, folder: Path) -> None:
        # no fallback: a lock that outlives its process would have to be guessed stale
        self._folder = folder
        self._lock = FileLock(
            folder / NAME, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    def acquire(self) -> None:
        """Take it at once or raise: NotebookInUse, or NotebookUnreadable where no file can be made."""
        if self._lock.is_locked:
            raise NotebookInUse
        if not self._folder.is_dir():  # the library would create it
            raise NotebookUnreadable
        try:
            self._lock.acquire()
        except Timeout:
            raise NotebookInUse from None
        except OSError as error:
            raise NotebookUnreadable from error

    def release(self) -> None:
        """Let others open the notebook; harmless when it is not held."""
        self._lock.release()

    def __enter__(self) -> "NotebookLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
