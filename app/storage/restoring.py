"""A copy is put back: whole, proved, in a folder where nothing lay, or not at all."""

import shutil
from contextlib import nullcontext, suppress
from pathlib import Path

from app import whole_file
from app.errors import (
    CopyDamaged,
    CopyFailed,
    FileNotWritten,
    FolderNotEmpty,
)
from app.security import key_file
from app.security.key_file import NAME as KEYS
from app.storage.copier import Copier, GoOn, to_the_end
from app.storage.copy_inside import OpenCopy
from app.storage.ended_streams import end_streams
from app.storage.engine import Engine
from app.storage.lock import NAME as LOCK


def restore(copy: OpenCopy, target: Path, *, go_on: GoOn = to_the_end) -> None:
    """Make the notebook of a copy in `target`; the copy stays as it is.

    FolderNotEmpty, CopyDamaged, FileNotWritten, or what `go_on` raises; `target` is then as before.
    """
    refuse_filled(target)
    partial = target.with_name(f".{target.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)  # what a kill left of an earlier try
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir(mode=0o700)
        _fill(partial, copy, go_on)
        _take_the_name(partial, target)
    except OSError as error:
        raise FileNotWritten from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def refuse_filled(folder: Path) -> None:
    """FolderNotEmpty where anything lies: nothing is ever written over."""
    with suppress(FileNotFoundError):
        try:
            filled = any(path.name != LOCK for path in folder.iterdir())
        except NotADirectoryError:
            filled = True
        if filled:
            raise FolderNotEmpty


def _fill(partial: Path, copy: OpenCopy, go_on: GoOn) -> None:
    try:
        with Copier() as copier:
            copier.wait_until_ready(go_on)
            for path, key in copy.files.items():
                copier.copy(
                    path, partial, key, counted=path == copy.notebook_file, thorough=True,
                    still=nullcontext(), go_on=go_on,
                )  # fmt: skip
    except CopyFailed as error:
        raise CopyDamaged from error
    key_file.write(partial / KEYS, copy.keys)
    engine = Engine.open(partial / copy.notebook_file.name, copy.files[copy.notebook_file])
    try:
        with engine.transaction():
            end_streams(engine)
    finally:
        engine.close()
    whole_file.sync_folder(partial)


def _take_the_name(partial: Path, target: Path) -> None:
    refuse_filled(target)  # somebody may have come meanwhile
    with suppress(FileNotFoundError):
        (target / LOCK).unlink(missing_ok=True)
        target.rmdir()
    partial.rename(target)
    whole_file.sync_folder(target.parent)
