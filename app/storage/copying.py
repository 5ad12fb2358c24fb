"""A verified encrypted copy of a notebook."""

import shutil
from datetime import datetime
from pathlib import Path

from app import whole_file
from app.errors import CarnetError, CopyFailed, FileNotWritten
from app.storage.copier import Copier
from app.storage.copy_file import copy_file
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
        with Copier() as copier:
            for path, key in notebook.keys_of_files().items():
                with notebook.held_still(path):
                    size = path.stat().st_size
                    copier.copy(path, partial)
                read_back(partial / path.name, key, size)
        partial.rename(target)
        whole_file.sync_folder(destination)
    except OSError as error:
        raise FileNotWritten from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target


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
