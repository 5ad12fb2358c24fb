"""Room kept free for the day the disk is full: given back, it lets one save and delete once more."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

NAME = "notebook.reserve"
SIZE = 4 << 20
SHORT = 200 << 20  # with less room than this a person is told in time
_ENOUGH = 3 * SIZE  # nobody who has just used the reserve loses it again at once
_BLOCK = 1 << 20


class Reserve:
    """A file of random bytes in the notebook's folder; nothing could press it smaller."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / NAME

    @property
    def held(self) -> bool:
        """Whether there is something to give back."""
        try:
            return self._file.stat().st_size >= SIZE
        except OSError:
            return False

    @property
    def room(self) -> int | None:
        """The bytes free on the drive of the notebook; None when it does not answer."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return None

    def fill(self) -> bool:
        """Keep the room again, where there is enough; whether it is kept."""
        if self.held:
            return True
        if (self.room or 0) < _ENOUGH:
            return False
        self.release()  # a piece that was left
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self._file, flags, 0o600), "wb") as stream:
                for _ in range(SIZE // _BLOCK):
                    stream.write(os.urandom(_BLOCK))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            self.release()
        return self.held

    def release(self) -> bool:
        """Give the room back; whether anything was."""
        held = self.held
        with suppress(OSError):  # emptied first: on a full disk some systems cannot even delete
            os.truncate(self._file, 0)
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        return held and not self.held
