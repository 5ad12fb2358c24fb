"""One window at a time on one notebook."""

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from app.errors import NotebookInUse, NotebookLeftOpen, NotebookUnreadable
from app.storage import holder

NAME = "notebook.lock"


class NotebookLock:
    """Held while the notebook in `folder` is open here.

    The system lets go of it when the process ends, however it ends, so a killed program never locks
    anybody out; the file itself stays and says nothing. Who holds it is said by a note beside it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = _file_lock(folder)
        self._held: tuple[int, int] | None = None  # which file
        self._note: holder.Holder | None = None  # what was signed with

    def acquire(self, *, take_over: bool = False) -> None:
        """Take it at once or raise: NotebookInUse, or NotebookUnreadable where no file can be made.

        NotebookLeftOpen when another computer's note lies there: on some network drives a lock reaches
        only one's own computer, so a person has to decide, and `take_over` says that one did. A note of
        this computer whose lock is free is what a crash left.
        """
        if self._lock.is_locked:
            raise self._in_use()
        if not self._folder.is_dir():  # the library would create it
            raise NotebookUnreadable
        self._take(self._lock)
        found = holder.read(self._folder)
        if found is not None and not found.is_here and not take_over:
            self._lock.release()
            raise NotebookLeftOpen(computer=found.computer, since=found.since)

    def sign(self) -> None:
        """Say beside the lock that the notebook is open here, since now."""
        self._note = holder.write(self._folder)

    def stand(self) -> None:
        """Before a change: NotebookInUse when another computer has taken the notebook over meanwhile.

        Where locks do not reach from one computer to the other, the note is all there is.
        """
        found = holder.read(self._folder) if self._note else None
        if found is not None and found != self._note and not found.is_here:
            raise NotebookInUse(computer=found.computer, since=found.since)

    def renew(self) -> None:
        """Hold the lock that lies in the folder now: the drive was taken away and is back.

        NotebookInUse when somebody else was quicker; what was held is held on.
        """
        if not self._folder.is_dir():
            raise NotebookUnreadable
        if self._lock.is_locked and _identity(self._folder) == self._held:
            return
        fresh = _file_lock(self._folder)
        self._take(fresh)
        self._lock.release()
        self._lock = fresh
        self.sign()

    def release(self) -> None:
        """Let others open the notebook; harmless when it is not held."""
        if self._note is not None and holder.read(self._folder) == self._note:
            holder.remove(self._folder)
        self._note = None
        self._lock.release()

    def __enter__(self) -> "NotebookLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _take(self, lock: FileLock) -> None:
        try:
            lock.acquire()
        except Timeout:
            raise self._in_use() from None
        except OSError as error:
            raise NotebookUnreadable from error
        self._held = _identity(self._folder)

    def _in_use(self) -> NotebookInUse:
        found = holder.read(self._folder)
        if found is None:
            return NotebookInUse()
        return NotebookInUse(computer="" if found.is_here else found.computer, since=found.since)


def _file_lock(folder: Path) -> FileLock:
    # no fallback: a lock that outlives its process would have to be guessed stale
    return FileLock(folder / NAME, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = (folder / NAME).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
