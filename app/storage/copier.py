"""A process of its own that copies files."""

import multiprocessing
from pathlib import Path

from app.errors import CopyFailed
from app.storage.copy_file import copy_when_asked


class Copier:
    """Copies a database without opening it here, one file after the other; for `with`.

    Merely opening the file of an open notebook in our own process would drop SQLite's lock and could
    lose a commit.
    """

    def __enter__(self) -> "Copier":
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._child = context.Process(target=copy_when_asked, args=(theirs,), daemon=True)
        self._child.start()
        theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._child.join()

    def copy(self, path: Path, folder: Path) -> None:
        """Copy into a folder and wait for the disk: OSError, or CopyFailed when the process was killed."""
        try:
            self._line.send((str(path), str(folder)))
            failure = self._line.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise CopyFailed from None
        if failure is not None:
            raise OSError(failure, "not copied")
