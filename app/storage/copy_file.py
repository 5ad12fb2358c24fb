"""One file copied to the disk for good; alone in its file, so that a child process starts quickly."""

import errno
import os
import shutil
from multiprocessing.connection import Connection
from pathlib import Path

_BLOCK = 1 << 20


def copy_file(source: str, folder: str) -> None:
    """Copy a file into a folder under its own name, 0600, and wait for the disk; OSError otherwise."""
    copy = Path(folder, Path(source).name)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with Path(source).open("rb") as reading, os.fdopen(os.open(copy, flags, 0o600), "wb") as writing:
        shutil.copyfileobj(reading, writing, _BLOCK)
        writing.flush()
        os.fsync(writing.fileno())


def copy_when_asked(line: "Connection[int | None, tuple[str, str]]") -> None:
    """In a child process: copy what is asked for, answering None or the number of the system's error."""
    while True:
        try:
            source, folder = line.recv()
        except EOFError:
            return
        try:
            copy_file(source, folder)
        except OSError as error:
            line.send(error.errno or errno.EIO)
        else:
            line.send(None)
