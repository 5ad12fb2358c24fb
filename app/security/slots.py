"""The key file: the notebook's random key, wrapped once for every way of opening it.

A slot holds that key in AES-256-GCM. Authenticated beside the ciphertext is the canonical JSON of
`format`, `vault_id`, `epoch` and `slot`, the slot without its ciphertext. A new kind of slot is a
new struct here and a new format, so that older programs say "too new" and never "damaged".
"""

import os
import secrets
from typing import Annotated, Any, Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from app.errors import KeysDamaged, NotebookTooNew, WrongPassphrase
from app.security import checked_json
from app.security.passphrase import Cost, calibrate, derive
from app.security.vault_key import LENGTH, VaultKey

FORMAT: Final = 1
LIMIT = 16 * 1024  # bytes of a whole key file
_SALT, _NONCE, _TAG = 16, 12, 16

Identifier = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class PassphraseSlot(
    msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="passphrase"
):
    """The vault key under a phrase: Argon2id with `cost` and `salt` gives the key of this slot."""

    id: Identifier
    cost: Cost
    salt: Annotated[bytes, Meta(min_length=_SALT, max_length=_SALT)]
    nonce: Annotated[bytes, Meta(min_length=_NONCE, max_length=_NONCE)]
    ciphertext: Annotated[bytes, Meta(min_length=LENGTH + _TAG, max_length=LENGTH + _TAG)] = b""

    def __repr__(self) -> str:
        return f"<PassphraseSlot {self.id[:8]}>"


class KeyFile(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """What keys.json says: nothing in it is secret without the phrase."""

    format: Literal[1] = FORMAT
    vault_id: Identifier
    epoch: Annotated[int, Meta(ge=1, le=2**31)]
    slots: Annotated[list[PassphraseSlot], Meta(min_length=1, max_length=8)]

    def __repr__(self) -> str:
        return f"<KeyFile {self.vault_id[:8]}>"

    @classmethod
    def decode(cls, raw: bytes) -> "KeyFile":
        """Read the bytes of a key file: KeysDamaged or NotebookTooNew, before any slow work."""
        if len(raw) > LIMIT:
            raise KeysDamaged
        try:
            content = checked_json.decode(raw)
            written = content.get("format")
            if type(written) is int and written > FORMAT:
                raise NotebookTooNew
            keys = msgspec.convert(content, cls)
        except (checked_json.Damaged, msgspec.ValidationError):
            raise KeysDamaged from None
        _passphrase_slot(keys)
        return keys

    def encode(self) -> bytes:
        """The bytes of the key file, with their checksum."""
        return checked_json.encode(msgspec.to_builtins(self))


def create_keys(*, passphrase: str, cost: Cost | None = None) -> tuple[KeyFile, VaultKey]:
    """A new random vault key and its key file; without `cost` this machine is measured."""
    key = VaultKey(key=os.urandom(LENGTH), vault_id=secrets.token_hex(16), epoch=1)
    slot = _wrap(key, slot_id=secrets.token_hex(16), passphrase=passphrase, cost=cost or calibrate())
    return KeyFile(vault_id=key.vault_id, epoch=key.epoch, slots=[slot]), key


def open_keys(file: KeyFile, *, passphrase: str) -> VaultKey:
    """The vault key: WrongPassphrase, or KeysDamaged when the file asks for impossible things."""
    slot = _passphrase_slot(file)
    key = derive(passphrase=passphrase, salt=slot.salt, cost=slot.cost)
    try:
        content = AESGCM(key).decrypt(slot.nonce, slot.ciphertext, _header(file.vault_id, file.epoch, slot))
    except InvalidTag:
        raise WrongPassphrase from None
    return VaultKey(key=content, vault_id=file.vault_id, epoch=file.epoch)


def change_passphrase(file: KeyFile, *, old: str, new: str, cost: Cost | None = None) -> KeyFile:
    """The same keys under a new phrase, as costly as before unless `cost` says otherwise.

    WrongPassphrase when `old` does not open. Nothing is written here.
    """
    key = open_keys(file, passphrase=old)
    slot = _passphrase_slot(file)
    renewed = _wrap(key, slot_id=slot.id, passphrase=new, cost=cost or slot.cost)
    key.clear()
    slots = [renewed if each is slot else each for each in file.slots]
    return msgspec.structs.replace(file, slots=slots)


def _wrap(key: VaultKey, *, slot_id: str, passphrase: str, cost: Cost) -> PassphraseSlot:
    if not passphrase:
        raise ValueError("a slot needs a phrase")
    slot = PassphraseSlot(id=slot_id, cost=cost, salt=os.urandom(_SALT), nonce=os.urandom(_NONCE))
    sealing = AESGCM(derive(passphrase=passphrase, salt=slot.salt, cost=cost))
    ciphertext = sealing.encrypt(slot.nonce, key.content, _header(key.vault_id, key.epoch, slot))
    return msgspec.structs.replace(slot, ciphertext=ciphertext)


def _passphrase_slot(file: KeyFile) -> PassphraseSlot:
    """The one slot a phrase opens; KeysDamaged when there is another number or its cost is not allowed."""
    found = [slot for slot in file.slots if isinstance(slot, PassphraseSlot)]
    if len(found) != 1 or not found[0].cost.allowed:
        raise KeysDamaged
    return found[0]


def _header(vault_id: str, epoch: int, slot: PassphraseSlot) -> bytes:
    described: dict[str, Any] = msgspec.to_builtins(slot)
    del described["ciphertext"]
    return checked_json.canonical({"format": FORMAT, "vault_id": vault_id, "epoch": epoch, "slot": described})
