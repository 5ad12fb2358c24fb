"""One file copied to the disk for good; alone in its file, so that a child process starts quickly."""

import os
import shutil
from pathlib import Path

_BLOCK = 1 << 20


def copy_file(source: str, folder: str) -> None:
    """Copy a file into a folder under its own name, 0600, and wait for the disk; OSError otherwise."""
    settle(copy_bytes(source, folder))


def copy_bytes(source: str, folder: str) -> Path:
    """The same without waiting for the disk; the copy. OSError also where one of that name lies there."""
    copy = Path(folder, Path(source).name)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with Path(source).open("rb") as reading, os.fdopen(os.open(copy, flags, 0o600), "wb") as writing:
        shutil.copyfileobj(reading, writing, _BLOCK)
    return copy


def settle(copy: Path) -> None:
    """Wait until the disk has taken the file; OSError otherwise."""
    with copy.open("r+b") as writing:
        os.fsync(writing.fileno())
