"""Another key for the whole notebook, when the present one may have been seen."""

from pathlib import Path

from app.errors import KeychainUnavailable
from app.security.device_slot import device_slot, open_with_secret
from app.security.keychain import Keychain
from app.security.next_keys import next_keys
from app.security.slots import KeyFile
from app.storage.lock import NotebookLock
from app.storage.new_key import change_key, finish_change
from app.storage.notebook import KEYS, Notebook, read_keys


def change_vault_key(
    *, folder: Path, passphrase: str, code: bytes | None = None, keychain: Keychain | None = None
) -> None:
    """Encrypt a closed notebook anew; slow, so call it on the worker.

    The phrase goes on opening it, the recovery sheet where its code is given, this computer where its
    keychain answers; other computers ask for the phrase again. WrongPassphrase, WrongCode, KeyNotChanged,
    KeysNotWritten, NotebookInUse: all as before then.
    """
    with NotebookLock(folder):
        keys = read_keys(folder)
        secret = _secret_here(keys, keychain or Keychain())
        pending, present, coming = next_keys(keys, passphrase=passphrase, code=code, secret=secret)
        try:
            finish_change(folder, keys)  # one that was interrupted before
            change_key(folder / KEYS, pending, present=present, coming=coming)
        finally:
            present.clear()
            coming.clear()


def note_changed_key(notebook: Notebook) -> None:
    """The log's line of it, once the notebook opened again."""
    notebook.audit.add_when_possible("key_changed")


def _secret_here(keys: KeyFile, keychain: Keychain) -> bytes | None:
    slot = device_slot(keys)
    if slot is None:
        return None
    try:
        secret = keychain.find(slot.id, keychain=slot.keychain)
        open_with_secret(keys, slot, secret=secret).clear()
    except KeychainUnavailable:
        return None
    return secret
