"""Open with another phrase from now on."""

from app.errors import KeysDamaged
from app.models.changes import Changes
from app.security import key_file, slots
from app.storage.notebook import KEYS, Notebook, read_keys


def change_passphrase(notebook: Notebook, *, old: str, new: str) -> Changes:
    """Wrap the notebook's key under `new`; slow on purpose, so call it on the worker.

    WrongPassphrase when `old` is not the phrase, MemoryShort, or KeysNotWritten: the phrase then stays
    what it was. No record changes, and copies made before still open with the former phrase.
    """
    keys = read_keys(notebook.folder)
    if keys.vault_id != notebook.vault_id:
        raise KeysDamaged
    key_file.write(notebook.folder / KEYS, slots.change_passphrase(keys, old=old, new=new))
    notebook.audit.add_when_possible("phrase_changed")
    return Changes()
