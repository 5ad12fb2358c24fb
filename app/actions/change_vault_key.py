"""Another key for the whole notebook, when the present one may have been seen."""

from pathlib import Path

from app.security.next_keys import next_keys
from app.storage.lock import NotebookLock
from app.storage.new_key import change_key, finish_change
from app.storage.notebook import KEYS, read_keys


def change_vault_key(*, folder: Path, passphrase: str, code: bytes | None = None) -> None:
    """Encrypt a closed notebook anew; slow, so call it on the worker.

    The phrase goes on opening it, and the recovery sheet where its code is given; other ways of opening
    end. WrongPassphrase, WrongCode, KeyNotChanged, KeysNotWritten, NotebookInUse: all as before then.
    """
    with NotebookLock(folder):
        keys = read_keys(folder)
        pending, present, coming = next_keys(keys, passphrase=passphrase, code=code)
        try:
            finish_change(folder, keys)  # one that was interrupted before
            change_key(folder / KEYS, pending, present=present, coming=coming)
        finally:
            present.clear()
            coming.clear()
