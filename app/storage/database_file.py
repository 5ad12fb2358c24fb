"""What the system says of the file of a notebook, without opening it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from app.errors import (
    DiskFull,
    FolderReadOnly,
    NotebookDamaged,
    NotebookGone,
    NotebookMissing,
    NotebookUnreadable,
    SavingFailed,
)

PAGE = 4096
_LEAST_ROOM = 4 * PAGE  # with less on the drive, whatever failed failed for want of room


def check_whole(path: Path) -> None:
    """A file cut to nothing opens with any key as an empty notebook: look before opening."""
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise NotebookMissing from error
    except OSError as error:
        raise NotebookUnreadable from error
    if not os.access(path, os.R_OK):
        raise NotebookUnreadable
    unfinished = False
    with suppress(FileNotFoundError):  # also when whoever writes ends just now
        unfinished = path.with_name(path.name + "-journal").stat().st_size > 0  # SQLite will put it right
    if size < PAGE or (size % PAGE and not unfinished):
        raise NotebookDamaged


def identity(path: Path) -> tuple[int, int] | None:
    """Which file this is on which drive; None when none can be found there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def looked_into(failure: Exception, path: Path) -> Exception:
    """The driver says that writing failed; the drive says why."""
    if not isinstance(failure, FolderReadOnly | SavingFailed):
        return failure
    if identity(path) is None:
        return NotebookGone(folder=str(path.parent))
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < _LEAST_ROOM:
            return DiskFull()
    return failure
