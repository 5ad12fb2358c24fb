"""A verified encrypted copy of a notebook."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app import whole_file
from app.errors import CopyPutOff, FileNotWritten
from app.security.key_file import NAME as KEYS
from app.storage.copier import Copier, GoOn, to_the_end
from app.storage.copy_file import copy_file
from app.storage.engine import Interrupted
from app.storage.kept_copies import clear_unfinished, name_of, unfinished_name

_PATIENCE, _BREATH = 60.0, 0.5  # seconds it tries again, and between two tries
_WAIT = 0.05  # seconds
_ONE = threading.Lock()  # a copy under way is not taken for what a kill left


class Copied(Protocol):
    """What is copied: a notebook, open or about to be."""

    @property
    def folder(self) -> Path:
        """Where its files lie."""

    @property
    def vault_id(self) -> str:
        """Which notebook it is."""

    @property
    def is_awaited(self) -> bool:
        """Does somebody wait to write in it."""

    @property
    def counted_file(self) -> Path:
        """The file whose rows may be counted; the author's own notes are read by nobody."""

    def keys_of_files(self) -> dict[Path, bytes]:
        """Its encrypted files with their keys."""

    def held_still(self, path: Path) -> AbstractContextManager[None]:
        """Nothing writes to this file meanwhile."""


def copy_notebook(
    notebook: Copied,
    destination: Path,
    *,
    go_on: GoOn = to_the_end,
    insist: bool = True,
    patience: float = _PATIENCE,
) -> Path:
    """Copy the whole notebook into a new folder inside `destination` and read the copy back.

    Whoever wants to write meanwhile goes first, and nobody waits for the copy. It then begins again, and
    raises CopyPutOff after `patience` seconds; or Interrupted at once when it does not `insist`. Returns the
    new folder. CopyFailed, FileNotWritten, or what `go_on` raises; nothing with the final name is left then.
    """

    def give_way() -> None:
        if notebook.is_awaited:
            raise Interrupted

    with _alone(go_on):
        clear_unfinished(destination, notebook.vault_id)
        enough = time.monotonic() + patience
        while True:
            try:
                return _copy(notebook, destination, go_on, give_way)
            except Interrupted:
                if not insist:
                    raise
            if time.monotonic() > enough:
                raise CopyPutOff
            go_on()
            time.sleep(_BREATH)


@contextmanager
def _alone(go_on: GoOn) -> Iterator[None]:
    while not _ONE.acquire(timeout=_WAIT):
        go_on()
    try:
        yield
    finally:
        _ONE.release()


def _copy(notebook: Copied, destination: Path, go_on: GoOn, give_way: Callable[[], None]) -> Path:
    target = destination / name_of(destination, notebook.vault_id, datetime.now())
    partial = destination / unfinished_name(target.name)
    try:
        partial.mkdir(mode=0o700)
        copy_file(str(notebook.folder / KEYS), str(partial))
        with Copier() as copier:
            copier.wait_until_ready(go_on)
            for path, key in notebook.keys_of_files().items():
                copier.copy(
                    path, partial, key, counted=path == notebook.counted_file,
                    still=notebook.held_still(path), give_way=give_way, go_on=go_on,
                )  # fmt: skip
        whole_file.sync_folder(partial)
        partial.rename(target)
        whole_file.sync_folder(destination)
    except OSError as error:
        raise FileNotWritten from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target
