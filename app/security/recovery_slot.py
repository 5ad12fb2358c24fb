"""The way back in for whoever lost the phrase: the code of a printed sheet."""

import secrets

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import NoRecoverySheet, WrongCode
from app.security.slots import KeyFile, RecoverySlot, fresh, newest_format, open_keys, seal, unseal
from app.security.vault_key import LENGTH, VaultKey

_INFO = b"carnet/recovery-slot"


def recovery_slot(file: KeyFile) -> RecoverySlot | None:
    """The slot of the sheet that counts, if one was ever proved."""
    return next((slot for slot in file.current.slots if isinstance(slot, RecoverySlot)), None)


def with_recovery(file: KeyFile, *, passphrase: str, code: bytes, made: str) -> KeyFile:
    """The same keys with this code as a second way in; the former sheet opens nothing any more.

    WrongPassphrase when `passphrase` does not open: nobody prints themselves a key in passing.
    """
    key = open_keys(file, passphrase=passphrase)
    file = newest_format(file, key, passphrase=passphrase)
    slot = wrap_code(key, code=code, made=made)
    key.clear()
    others = [each for each in file.slots if not isinstance(each, RecoverySlot)]
    return msgspec.structs.replace(file, slots=[*others, slot])


def wrap_code(key: VaultKey, *, code: bytes, made: str) -> RecoverySlot:
    """A slot this code opens."""
    slot = RecoverySlot(id=secrets.token_hex(16), made=made, **fresh())
    return seal(slot, _slot_key(code, slot), key)


def open_with_code(file: KeyFile, *, code: bytes) -> VaultKey:
    """The vault key; NoRecoverySheet when none was made, WrongCode when it is another sheet's."""
    slot = recovery_slot(file)
    if slot is None:
        raise NoRecoverySheet
    try:
        return unseal(slot, _slot_key(code, slot), file.current)
    except InvalidTag:
        raise WrongCode from None


def _slot_key(code: bytes, slot: RecoverySlot) -> bytes:
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=slot.salt, info=_INFO).derive(code)
