"""A small file of our own, written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_UNFINISHED = ".new"


def write(*, path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`, readable by its owner only.

    Whatever happens in between, the old file or the new one stands there, entire. OSError when the
    disk refuses; what was there before then stays.
    """
    with filled(path=path) as stream:
        stream.write(content)


@contextmanager
def filled(*, path: Path) -> Iterator[BinaryIO]:
    """The same for what is written piece by piece: it takes its place once the block ends well."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(new, flags, 0o600), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    sync_folder(path.parent)


def unfinished(path: Path) -> list[Path]:
    """What a kill in the middle of writing `path` left beside it; never the file itself."""
    return list(path.parent.glob(f".{path.name}.*{_UNFINISHED}"))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
