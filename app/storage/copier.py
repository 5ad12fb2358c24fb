"""A process of its own that copies files and reads them back."""

import multiprocessing
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from app.errors import CopyFailed
from app.storage.copy_child import copy_when_asked

_LOOK = 0.01  # seconds between two looks at who waits

GoOn = Callable[[], None]  # called again and again; raises when the work should end


def to_the_end() -> None:
    """For work nobody stops."""


class Copier:
    """Copies a database without opening it here, one file after the other; for `with`.

    Merely opening the file of an open notebook in our own process would drop SQLite's lock and could
    lose a commit. And a process can be ended at once, with the key it was given: neither reading a
    large file nor checking its seals can be interrupted otherwise.
    """

    def __enter__(self) -> "Copier":
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._child = context.Process(target=copy_when_asked, args=(theirs,), daemon=True)
        self._child.start()
        theirs.close()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._child.kill()
        self._line.close()
        self._child.join()

    def wait_until_ready(self, go_on: GoOn = to_the_end) -> None:
        """Before anything is kept still for it: a process takes a while to start."""
        self._await("ready", go_on)

    def copy(
        self,
        path: Path,
        folder: Path,
        key: bytes,
        *,
        counted: bool,
        thorough: bool = False,
        still: AbstractContextManager[None],
        give_way: GoOn = to_the_end,
        go_on: GoOn = to_the_end,
    ) -> None:
        """Copy into a folder while `still` keeps the file, wait for the disk, read the copy back.

        OSError where the system refuses, CopyFailed when it is not whole or the process was killed.
        """
        with still:
            try:
                self._line.send((str(path), str(folder), key, counted, thorough))
            except OSError:
                raise CopyFailed from None
            self._await("copied", go_on, give_way)
        self._await("whole", go_on)

    def _await(self, wanted: str, *looks: GoOn) -> None:
        try:
            while True:
                for look in looks:
                    look()
                if self._line.poll(_LOOK):
                    break
            answer, number = self._line.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise CopyFailed from None
        if answer == "refused":
            raise OSError(number, "not copied")
        if answer != wanted:
            raise CopyFailed
