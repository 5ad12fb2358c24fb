"""A computer that opens the notebook by itself for thirty days: a secret in its keychain, a slot here."""

import hashlib
import platform
import secrets
from datetime import datetime, timedelta

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import KeychainUnavailable
from app.i18n import N_
from app.security.slots import DeviceSlot, KeyFile, fresh, newest_format, seal, unseal
from app.security.vault_key import LENGTH, VaultKey

TERM = timedelta(days=30)
SECRET = 32  # bytes
_MOST = 4  # computers
_SLACK = timedelta(minutes=10)  # clocks are put right by a few seconds all the time
_INFO = b"carnet/device-slot"

_NOT_HERE = N_("it was never asked to, or no longer.")
_OVER = N_("the thirty days are over.")
_CLOCK = N_("its clock stands earlier than when it last opened the notebook.")
_ANOTHER = N_("its keychain holds another notebook’s secret.")


def this_computer(vault_id: str) -> str:
    """A name of this computer for one notebook; it tells nobody what the computer is called."""
    return hashlib.sha256(f"carnet/computer/{vault_id}/{platform.node()}".encode()).hexdigest()[:32]


def device_slot(file: KeyFile) -> DeviceSlot | None:
    """The slot of this computer, if it has one."""
    here = this_computer(file.vault_id)
    slots = (slot for slot in file.current.slots if isinstance(slot, DeviceSlot))
    return next((slot for slot in slots if slot.computer == here), None)


def opening_slot(file: KeyFile, *, now: datetime) -> DeviceSlot:
    """The slot of this computer while it may open; KeychainUnavailable with the reason otherwise.

    The clock is judged both ways: set back, it gives no further days.
    """
    slot = device_slot(file)
    if slot is None:
        raise KeychainUnavailable(reason=_NOT_HERE)
    if now >= min(_moment(slot.expires), _moment(slot.made) + TERM):
        raise KeychainUnavailable(reason=_OVER)
    if now + _SLACK < max(_moment(slot.made), _moment(slot.seen)):
        raise KeychainUnavailable(reason=_CLOCK)
    return slot


def with_device(
    file: KeyFile,
    key: VaultKey,
    *,
    passphrase: str,
    secret: bytes,
    slot_id: str,
    keychain: str,
    now: datetime,
) -> KeyFile:
    """The same keys with this computer as a further way in, beside the phrase, which stays."""
    file = newest_format(file, key, passphrase=passphrase)
    slot = DeviceSlot(
        id=slot_id, computer=this_computer(file.vault_id), keychain=keychain,
        made=_written(now), seen=_written(now), expires=_written(now + TERM), **fresh(),
    )  # fmt: skip
    slot = wrap_secret(slot, key, secret=secret)
    devices = [each for each in file.slots if isinstance(each, DeviceSlot) and each.computer != slot.computer]
    others = [each for each in file.slots if not isinstance(each, DeviceSlot)]
    return msgspec.structs.replace(file, slots=[*others, *devices[-(_MOST - 1) :], slot])


def without_device(file: KeyFile) -> KeyFile:
    """The same keys; this computer opens them no more."""
    slot = device_slot(file)
    file = file.current
    return msgspec.structs.replace(file, slots=[each for each in file.slots if each is not slot])


def without_expired(file: KeyFile, *, now: datetime) -> KeyFile:
    """The same keys without the computers whose days are over: a clock set back later revives nothing."""
    file = file.current
    over = [each for each in file.slots if isinstance(each, DeviceSlot) and now >= _moment(each.expires)]
    return msgspec.structs.replace(file, slots=[each for each in file.slots if each not in over])


def open_with_secret(file: KeyFile, slot: DeviceSlot, *, secret: bytes) -> VaultKey:
    """The vault key; KeychainUnavailable when the secret is not this slot's."""
    try:
        return unseal(slot, _slot_key(secret, slot), file.current)
    except InvalidTag:
        raise KeychainUnavailable(reason=_ANOTHER) from None


def seen_now(file: KeyFile, slot: DeviceSlot, key: VaultKey, *, secret: bytes, now: datetime) -> KeyFile:
    """The same keys, remembering when this computer last opened them: never an earlier moment."""
    seen = max(_moment(slot.seen), now)
    renewed = wrap_secret(msgspec.structs.replace(slot, seen=_written(seen)), key, secret=secret)
    file = file.current
    return msgspec.structs.replace(
        file, slots=[renewed if each.id == slot.id else each for each in file.slots]
    )


def wrap_secret(slot: DeviceSlot, key: VaultKey, *, secret: bytes) -> DeviceSlot:
    """The slot with this key in it, under a salt and a nonce never used before."""
    slot = msgspec.structs.replace(slot, ciphertext=b"", **fresh())
    return seal(slot, _slot_key(secret, slot), key)


def new_entry() -> tuple[str, bytes]:
    """The identifier of a new slot, which is also its entry in the keychain, and its secret."""
    return secrets.token_hex(16), secrets.token_bytes(SECRET)


def _slot_key(secret: bytes, slot: DeviceSlot) -> bytes:
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=slot.salt, info=_INFO).derive(secret)


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:  # the pattern allows a 31st of February
        raise KeychainUnavailable(reason=_OVER) from None


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
