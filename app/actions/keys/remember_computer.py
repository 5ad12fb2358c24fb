"""This computer opens the notebook by itself for thirty days, or no longer."""

from datetime import UTC, datetime

from app.errors import CarnetError, KeysDamaged
from app.models.changes import Changes
from app.security import device_slot, key_file
from app.security.keychain import Keychain
from app.security.slots import open_keys
from app.storage.notebook import KEYS, Notebook, read_keys


def remember_computer(
    notebook: Notebook, *, passphrase: str, keychain: Keychain | None = None, now: datetime | None = None
) -> Changes:
    """Put a secret in this computer's keychain and a slot it opens in the key file; slow.

    WrongPassphrase, KeychainUnavailable, KeysNotWritten: nothing is remembered then. The phrase stays.
    """
    keychain, now = keychain or Keychain(), now or datetime.now(UTC)
    keys = read_keys(notebook.folder)
    if keys.vault_id != notebook.vault_id:
        raise KeysDamaged
    key = open_keys(keys, passphrase=passphrase)
    former = device_slot.device_slot(keys)
    entry, secret = device_slot.new_entry()
    kept_in = keychain.keep(entry, secret)
    try:
        renewed = device_slot.with_device(
            keys, key, passphrase=passphrase, secret=secret, slot_id=entry, keychain=kept_in, now=now
        )
        key_file.write(notebook.folder / KEYS, renewed)
    except CarnetError:
        keychain.forget(entry, keychain=kept_in)
        raise
    finally:
        key.clear()
    notebook.audit.add_when_possible("remembered")
    if former is not None:
        keychain.forget(former.id, keychain=former.keychain)
    return Changes()


def forget_computer(notebook: Notebook, *, keychain: Keychain | None = None) -> Changes:
    """This computer asks for the phrase again; KeysNotWritten when the key file refuses."""
    keys = read_keys(notebook.folder)
    slot = device_slot.device_slot(keys)
    if slot is not None:
        key_file.write(notebook.folder / KEYS, device_slot.without_device(keys))
        notebook.audit.add_when_possible("forgotten")
        (keychain or Keychain()).forget(slot.id, keychain=slot.keychain)
    return Changes()


def remembered_until(notebook: Notebook) -> str | None:
    """The moment until which this computer opens the notebook by itself; None when it does not."""
    slot = device_slot.device_slot(read_keys(notebook.folder))
    return slot.expires if slot else None
