"""Another vault key, wrapped for the ways of opening that are at hand."""

import os

import msgspec

from app.errors import KeysDamaged
from app.security.device_slot import device_slot, wrap_secret
from app.security.recovery_slot import open_with_code, wrap_code
from app.security.slots import (
    AnySlot,
    KeyFile,
    Next,
    RecoverySlot,
    newest_format,
    open_keys,
    passphrase_slot,
    wrap_phrase,
)
from app.security.vault_key import LENGTH, VaultKey


def next_keys(
    file: KeyFile, *, passphrase: str, code: bytes | None = None, secret: bytes | None = None
) -> tuple[KeyFile, VaultKey, VaultKey]:
    """The present keys with those of a new random vault key beside them, not counting yet; both keys.

    The new key is wrapped under the same phrase and, where they are given, under the sheet's `code` and
    this computer's `secret`. Any other way of opening ends with the former key: what opens the new one
    must have been at hand.
    WrongPassphrase, WrongCode, NoRecoverySheet.
    """
    present = open_keys(file, passphrase=passphrase)
    if code is not None:
        open_with_code(file, code=code).clear()
    file = newest_format(file, present, passphrase=passphrase)
    coming = VaultKey(key=os.urandom(LENGTH), vault_id=file.vault_id, epoch=file.epoch + 1)
    cost = passphrase_slot(file.slots).cost
    slots: list[AnySlot] = [wrap_phrase(coming, passphrase=passphrase, cost=cost)]
    here = device_slot(file)
    for slot in file.slots:
        if slot is here and here is not None and secret is not None:
            slots.append(wrap_secret(here, coming, secret=secret))
        if isinstance(slot, RecoverySlot) and code is not None:
            slots.append(wrap_code(coming, code=code, made=slot.made))
    following = Next(epoch=coming.epoch, ready=False, slots=slots)
    return msgspec.structs.replace(file, next=following), present, coming


def made_ready(file: KeyFile) -> KeyFile:
    """The same keys; from now on the new one counts."""
    if file.next is None:
        raise KeysDamaged
    return msgspec.structs.replace(file, next=msgspec.structs.replace(file.next, ready=True))
