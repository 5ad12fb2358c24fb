"""The files of a new notebook."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import FolderNotEmpty, FolderReadOnly, NotebookUnreadable
from app.models.record import now
from app.security.derive import derive_key
from app.security.vault_key import VaultKey
from app.storage.engine import Engine
from app.storage.lock import NAME as LOCK
from app.storage.lock import NotebookLock
from app.storage.migrate import migrate

_PLAIN = b"SQLite format 3"


@contextmanager
def new_folder(folder: Path) -> Iterator[NotebookLock]:
    """An empty folder of its owner's alone, locked; what was made in it is gone if the making fails.

    FolderNotEmpty when anything lies there, FolderReadOnly when it cannot be made or written to.
    """
    is_ours = not folder.exists()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_filled(folder)
        folder.chmod(0o700)
    except FileExistsError as error:
        raise FolderNotEmpty from error
    except OSError as error:
        raise FolderReadOnly from error
    lock = NotebookLock(folder)
    try:
        lock.acquire()
    except NotebookUnreadable as error:
        raise FolderReadOnly from error
    try:
        _refuse_filled(folder)
        yield lock
    except FolderNotEmpty:
        lock.release()
        raise
    except BaseException:
        for path in folder.iterdir():
            with suppress(OSError):
                path.unlink()
        lock.release()
        with suppress(OSError):
            (folder / LOCK).unlink(missing_ok=True)
            if is_ours:
                folder.rmdir()
        raise


def create_notebook_file(
    path: Path, key: VaultKey, *, role: str, framework: str, author_id: str, demonstration: bool
) -> None:
    """The encrypted notebook with its tables and the row that says whose it is."""
    engine = Engine.create(path, derive_key(key, use="notebook"))
    try:
        with engine.transaction():
            migrate(engine)
            engine.run(
                "INSERT INTO notebook VALUES (?, ?, ?, ?, ?, ?)",
                (key.vault_id, role, framework, author_id, int(demonstration), now()),
            )
    finally:
        engine.close()
    _refuse_plain(path)


def create_personal_file(path: Path, key: bytes, vault_id: str) -> None:
    """The encrypted file of the personal notes; its tables are made when it is first opened."""
    engine = Engine.create(path, key)
    try:
        with engine.transaction():
            engine.run("CREATE TABLE vault (vault_id TEXT NOT NULL) STRICT")
            engine.run("INSERT INTO vault VALUES (?)", (vault_id,))
    finally:
        engine.close()
    _refuse_plain(path)


def _refuse_filled(folder: Path) -> None:
    if any(path.name != LOCK for path in folder.iterdir()):
        raise FolderNotEmpty


def _refuse_plain(path: Path) -> None:
    """Never go on with a file in clear."""
    with path.open("rb") as stream:
        if stream.read(len(_PLAIN)) == _PLAIN:
            raise NotebookUnreadable
