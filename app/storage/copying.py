"""A verified encrypted copy of a notebook.

A child process copies: merely opening the file of an open notebook in our own process would drop
SQLite's lock and could lose a commit.
"""

import multiprocessing
import os
import shutil
from datetime import datetime
from pathlib import Path

from app.errors import CarnetError, CopyFailed, DiskFull, FileNotWritten
from app.storage.engine import Engine
from app.storage.notebook import KEYS, Notebook


def copy_notebook(notebook: Notebook, destination: Path) -> Path:
    """Copy the whole notebook into a new folder inside `destination` and read the copy back.

    Returns the new folder. On any failure nothing with the final name is left.
    """
    name = f"carnet-{notebook.vault_id[:8]}-{datetime.now():%Y-%m-%d-%H%M%S}"
    target, partial = destination / name, destination / f".{name}.partial"
    try:
        partial.mkdir(mode=0o700)
    except OSError as error:
        raise FileNotWritten from error
    try:
        files = notebook.keys_of_files()
        with notebook.held_still():
            outcome = _in_child(_copy, [*map(str, files), str(notebook.folder / KEYS)], str(partial))
        _raise(outcome)
        _raise(_in_child(_verify, [(str(partial / path.name), key) for path, key in files.items()]))
        partial.rename(target)
    except OSError as error:
        raise FileNotWritten from error
    finally:
        if partial.exists():
            shutil.rmtree(partial, ignore_errors=True)
    return target


def _in_child(work, *arguments):  # type: ignore[no-untyped-def]
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(sender, work, arguments), daemon=True)
    child.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError:
        return "failed"
    finally:
        child.join()


def _answer(sender, work, arguments):  # type: ignore[no-untyped-def]
    os.umask(0o077)
    try:
        sender.send(work(*arguments))
    except OSError as error:
        sender.send("full" if error.errno == 28 else "unwritten")
    except CarnetError:
        sender.send("failed")


def _copy(sources: list[str], folder: str) -> str:
    for source in map(Path, sources):
        with source.open("rb") as reading, (Path(folder) / source.name).open("xb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())
    return "done"


def _verify(files: list[tuple[str, bytes]]) -> str:
    for path, key in files:
        engine = Engine.open(Path(path), key, read_only=True)
        try:
            if engine.cipher_damage():
                return "failed"
        finally:
            engine.close()
    return "done"


def _raise(outcome: str) -> None:
    failures = {"full": DiskFull, "unwritten": FileNotWritten, "failed": CopyFailed}
    if outcome in failures:
        raise failures[outcome]
