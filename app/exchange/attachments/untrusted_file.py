"""Reads a file from outside, no further than an attachment may be long."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from app.errors import AttachmentTooLarge, FileUnreadable
from app.exchange.attachments.limits import LARGEST

_MEGABYTE = 1_000_000


class Source(NamedTuple):
    """Which file was read, so that nothing else is ever deleted in its place."""

    path: Path
    device: int
    inode: int
    size: int
    changed: int


def read_untrusted(path: Path, *, file: str) -> tuple[bytes, Source]:
    """The bytes and where they came from: FileUnreadable for what is no file, AttachmentTooLarge."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as untrusted:
            found = os.fstat(untrusted.fileno())
            if not stat.S_ISREG(found.st_mode):  # a pipe would keep us waiting for ever
                raise FileUnreadable(file=file)
            content = untrusted.read(LARGEST + 1) if found.st_size <= LARGEST else b""
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        raise FileUnreadable(file=file) from error
    if found.st_size > LARGEST or len(content) > LARGEST:
        raise AttachmentTooLarge(file=file, n=LARGEST // _MEGABYTE)
    return content, source_of(path, found)


def source_of(path: Path, found: os.stat_result) -> Source:
    """What tells this very file from another one of its name."""
    return Source(path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
