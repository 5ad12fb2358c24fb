"""Another key for both encrypted files: copied under it, read back, then put in their place.

The key file decides at every instant which key counts. It first holds the new key beside the present
one, not counting; when both copies are read back it says so, in one writing; from then on the copies
only have to be moved. Whoever opens the notebook after a kill undoes the first or finishes the last.
"""

from contextlib import suppress
from pathlib import Path

from app import whole_file
from app.errors import CarnetError, FolderReadOnly, KeyNotChanged, KeysDamaged
from app.security import key_file
from app.security.derive import Use, derive_key
from app.security.next_keys import made_ready
from app.security.slots import KeyFile
from app.security.vault_key import VaultKey
from app.storage.engine import Engine

FILES: dict[str, Use] = {"notebook.db": "notebook", "personal.db": "personal"}
_COMING = ".next"


def change_key(keys_path: Path, pending: KeyFile, *, present: VaultKey, coming: VaultKey) -> KeyFile:
    """Bring `coming`, already wrapped in `pending`, into use; the key file as it is afterwards.

    Whoever calls holds the notebook's lock and has nothing open. KeyNotChanged or KeysNotWritten, and
    the present key goes on counting.
    """
    folder = keys_path.parent
    key_file.write(keys_path, pending)
    try:
        for name, use in FILES.items():
            _copy(folder / name, derive_key(present, use=use), derive_key(coming, use=use))
        whole_file.sync_folder(folder)
        ready = made_ready(pending)
        key_file.write(keys_path, ready)
    except (CarnetError, OSError) as error:
        with suppress(CarnetError):  # in this order: copies the key file counts on must not go
            key_file.write(keys_path, pending.current)
            finish_change(folder, pending)
        raise KeyNotChanged from error
    finish_change(folder, ready)
    key_file.settle(keys_path, ready.current)
    return ready.current


def finish_change(folder: Path, keys: KeyFile) -> None:
    """After a kill: put the copies in place when the new key counts, remove them when it does not.

    Before any file of the notebook is opened; FolderReadOnly where the disk refuses, and nothing is lost.
    """
    if keys.next is None:
        with suppress(OSError):  # what a failed change could not remove
            for name in FILES:
                (folder / (name + _COMING)).unlink(missing_ok=True)
        return
    try:
        for name in FILES:
            coming = folder / (name + _COMING)
            if keys.next.ready and coming.exists():
                # a journal of the former file must not be played into the new one
                (folder / f"{name}-journal").unlink(missing_ok=True)
                coming.replace(folder / name)
            coming.unlink(missing_ok=True)
            coming.with_name(f"{coming.name}-journal").unlink(missing_ok=True)
        whole_file.sync_folder(folder)
    except OSError as error:
        raise FolderReadOnly from error


def _copy(path: Path, present: bytes, coming: bytes) -> None:
    """The file beside itself under the coming key, with the same rows and every page sealed."""
    copy = path.with_name(path.name + _COMING)
    copy.unlink(missing_ok=True)
    original = Engine.open(path, present)
    try:
        counted = _rows(original)
        original.copy_under(copy, coming)
    finally:
        original.close()
    made = Engine.open(copy, coming, read_only=True)
    try:
        if _rows(made) != counted or made.damage():
            raise KeysDamaged
    finally:
        made.close()


def _rows(engine: Engine) -> dict[str, int]:
    """How many rows each table holds, and the version of the schema."""
    tables = engine.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    counted = {str(name): int(engine.rows(f'SELECT count(*) FROM "{name}"')[0][0]) for (name,) in tables}
    return counted | {"user_version": int(engine.rows("PRAGMA user_version")[0][0])}
