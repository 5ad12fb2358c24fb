"""What waits on the disk while it is looked into, under a key that is nowhere but in memory."""

import errno
import secrets
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import NoRoomToOpen, SavingFailed, Stopped
from app.security.frames import MARK, Frames
from app.storage.wipe import wipe

_FRAME = 64 << 10


class Spool:
    """A file of sealed frames: written once from its beginning to its end, then read anywhere.

    Whoever closes it takes the key and the file away, unless it is only `lent` to a process that fills it.
    """

    def __init__(self, path: Path, key: bytes, *, lent: bool = False) -> None:
        self.path, self._lent = path, lent
        self.key = bytes(bytearray(key))  # its own, to be overwritten when it closes
        self._frames: Frames | None = Frames(self.key)
        self._file: BinaryIO | None = None
        self._waiting = bytearray()
        self._written = 0
        self._last = (-1, b"")
        self._lock = threading.Lock()

    @property
    def is_closed(self) -> bool:
        """Whether the key is gone."""
        return self._frames is None

    def write(self, content: bytes) -> None:
        """Hang on what comes next; NoRoomToOpen, SavingFailed."""
        self._waiting += content
        while len(self._waiting) >= _FRAME:
            self._put(bytes(self._waiting[:_FRAME]))
            del self._waiting[:_FRAME]

    def end(self) -> None:
        """Nothing more is written."""
        if self._waiting:
            self._put(bytes(self._waiting))
            self._waiting.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    def read(self, start: int, length: int) -> bytes:
        """So many bytes from there; SavingFailed when others come back, Stopped once it is closed."""
        first, last = start // _FRAME, (start + length - 1) // _FRAME
        content = b"".join(self._frame(number) for number in range(first, last + 1))
        part = content[start - first * _FRAME :][:length]
        if len(part) != length:
            raise SavingFailed
        return part

    def close(self) -> None:
        """The key is overwritten, the file is gone; as often as one likes, from any thread."""
        with self._lock:
            self._frames, self._last = None, (-1, b"")
            wipe(self.key)
            self.key = b""
            if self._file is not None:
                with suppress(OSError):
                    self._file.close()
                self._file = None
            if not self._lent:
                with suppress(OSError):  # still open in the process that fills it: gone with the next closing
                    self.path.unlink(missing_ok=True)

    def __del__(self) -> None:
        self.close()

    def _put(self, content: bytes) -> None:
        with self._lock:
            if self._frames is None:
                raise Stopped
            try:
                if self._file is None:
                    self._file = self.path.open("r+b", buffering=0)
                sealed = memoryview(self._frames.seal(self._written, content))
                while sealed:
                    sealed = sealed[self._file.write(sealed) :]
            except OSError as error:
                full = error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
                raise (NoRoomToOpen if full else SavingFailed) from error
            self._written += 1

    def _frame(self, number: int) -> bytes:
        with self._lock:
            if self._frames is None:
                raise Stopped
            if self._last[0] != number:
                try:
                    if self._file is None:
                        self._file = self.path.open("rb", buffering=0)
                    self._file.seek(number * (_FRAME + MARK))
                    sealed = _read(self._file, _FRAME + MARK)
                    self._last = number, self._frames.unseal(number, sealed)
                except (OSError, ValueError) as error:
                    raise SavingFailed from error
            return self._last[1]


def _read(file: BinaryIO, size: int) -> bytes:
    content = b""
    while len(content) < size and (more := file.read(size - len(content))):
        content += more
    return content


def new_key() -> bytes:
    """Thirty-two random bytes, for one spool alone."""
    return secrets.token_bytes(32)
