"""Open a notebook with the secret in this computer's keychain."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.errors import CarnetError
from app.security import device_slot, key_file
from app.security.keychain import Keychain
from app.security.slots import KeyFile
from app.security.vault_key import VaultKey
from app.storage.notebook import KEYS, Notebook, read_keys


def open_remembered(
    *, folder: Path, keychain: Keychain | None = None, now: datetime | None = None
) -> Notebook:
    """The open notebook; KeychainUnavailable says why the phrase is needed, the rest is as with a phrase."""
    keychain, now = keychain or Keychain(), now or datetime.now(UTC)
    slot = device_slot.opening_slot(read_keys(folder), now=now)
    secret = keychain.find(slot.id, keychain=slot.keychain)
    renewed: list[KeyFile] = []

    def find_key(keys: KeyFile) -> VaultKey:
        here = device_slot.opening_slot(keys, now=now)
        key = device_slot.open_with_secret(keys, here, secret=secret)
        renewed.append(device_slot.seen_now(keys, here, key, secret=secret, now=now))
        return key

    notebook = Notebook.unlocked(folder, find_key)
    try:
        key_file.write(folder / KEYS, renewed[0])
    except CarnetError:
        # a disk that cannot note when it was opened cannot tell a clock set back either
        notebook.close()
        raise
    return notebook


def may_open_remembered(*, folder: Path, now: datetime | None = None) -> str | None:
    """Until when this computer may open the notebook by itself, from the key file alone; or None."""
    with suppress(CarnetError):
        return device_slot.opening_slot(read_keys(folder), now=now or datetime.now(UTC)).expires
    return None
