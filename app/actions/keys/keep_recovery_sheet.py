"""From now on this recovery sheet opens the notebook, and no other."""

from app.errors import CarnetError, KeysDamaged
from app.models.changes import Changes
from app.models.record import now
from app.security import key_file, recovery_slot
from app.storage.notebook import KEYS, Notebook, read_keys


def keep_recovery_sheet(notebook: Notebook, *, passphrase: str, code: bytes) -> Changes:
    """Wrap the notebook's key under the code of a sheet that was proved; slow, so call it on the worker.

    WrongPassphrase, MemoryShort, or KeysNotWritten: the former sheet then goes on counting.
    """
    keys = read_keys(notebook.folder)
    if keys.vault_id != notebook.vault_id:
        raise KeysDamaged
    renewed = recovery_slot.with_recovery(keys, passphrase=passphrase, code=code, made=now())
    key_file.write(notebook.folder / KEYS, renewed)
    notebook.audit.add_when_possible("sheet_made")
    return Changes(frozenset({("recovery", notebook.vault_id)}))


def recovery_sheet_made(notebook: Notebook) -> str | None:
    """The moment the sheet that counts was made, None as long as there is none."""
    slot = recovery_slot.recovery_slot(read_keys(notebook.folder))
    return slot.made if slot else None


def has_recovery_sheet(notebook: Notebook) -> bool:
    """Whether a sheet counts; also said of keys that cannot be read, which is told elsewhere."""
    try:
        return recovery_sheet_made(notebook) is not None
    except CarnetError:
        return True
