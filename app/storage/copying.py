"""A verified encrypted copy of a notebook."""

import multiprocessing
import shutil
from datetime import datetime
from pathlib import Path

from app import whole_file
from app.errors import CarnetError, CopyFailed, FileNotWritten
from app.storage.copy_file import copy_file, send_copy
from app.storage.engine import Engine
from app.storage.notebook import KEYS, Notebook


def copy_notebook(notebook: Notebook, destination: Path) -> Path:
    """Copy the whole notebook into a new folder inside `destination` and read the copy back.

    Returns the new folder. CopyFailed or FileNotWritten; nothing with the final name is
    left then.
    """
    name = f"carnet-{notebook.vault_id[:8]}-{datetime.now():%Y-%m-%d-%H%M%S}"
    target, partial = destination / name, destination / f".{name}.partial"
    try:
        partial.mkdir(mode=0o700)
        copy_file(str(notebook.folder / KEYS), str(partial))
        for path, key in notebook.keys_of_files().items():
            with notebook.held_still(path):
                size = path.stat().st_size
                _copy_in_child(path, partial)
            read_back(partial / path.name, key, size)
        partial.rename(target)
        whole_file.sync_folder(destination)
    except OSError as error:
        raise FileNotWritten from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target


def _copy_in_child(path: Path, folder: Path) -> None:
    """Copy a database without opening it here.

    Merely opening the file of an open notebook in our own process would drop SQLite's lock and could
    lose a commit.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=send_copy, args=(sender, str(path), str(folder)), daemon=True)
    child.start()
    sender.close()
    try:
        failure: int | None = receiver.recv()
    except EOFError:  # it was killed
        raise CopyFailed from None
    finally:
        receiver.close()
        child.join()
    if failure is not None:
        raise OSError(failure, "not copied")


def read_back(copy: Path, key: bytes, size: int) -> None:
    """Every page against its seal: CopyFailed when one does not carry it, or when some are missing."""
    try:
        engine = Engine.open(copy, key, read_only=True)
        try:
            whole = copy.stat().st_size == size and not engine.cipher_damage()
        finally:
            engine.close()
    except CarnetError as error:
        raise CopyFailed from error
    if not whole:
        raise CopyFailed
