"""The key file: the notebook's random key, wrapped once for every way of opening it.

A slot holds that key in AES-256-GCM. Authenticated beside the ciphertext is the canonical JSON of
`format`, `vault_id`, `epoch` and `slot`, the slot without its ciphertext. Format 1 knows the phrase
alone; with any other way of opening, or while the key itself is being changed, a file is format 2. A
further kind of slot is a new struct here and a new format, so that older programs say "too new" and
never "damaged".
"""

import os
import secrets
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from app.errors import KeysDamaged, NotebookTooNew, WrongPassphrase
from app.security import checked_json
from app.security.passphrase import Cost, calibrate, derive
from app.security.vault_key import LENGTH, VaultKey

FIRST_FORMAT: Final = 1
FORMAT: Final = 2
LIMIT = 16 * 1024  # bytes of a whole key file
SALT, NONCE, _TAG = 16, 12, 16
_MOST = 8  # slots

Identifier = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Epoch = Annotated[int, Meta(ge=1, le=2**31)]
Moment = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")]


class Slot(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """The vault key wrapped under the key of one way of opening."""

    id: Identifier
    salt: Annotated[bytes, Meta(min_length=SALT, max_length=SALT)]
    nonce: Annotated[bytes, Meta(min_length=NONCE, max_length=NONCE)]
    ciphertext: Annotated[bytes, Meta(min_length=LENGTH + _TAG, max_length=LENGTH + _TAG)] = b""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id[:8]}>"


class PassphraseSlot(Slot, kw_only=True, frozen=True, forbid_unknown_fields=True, tag="passphrase"):
    """Under a phrase: Argon2id with `cost` and `salt` gives the key of this slot."""

    cost: Cost


class RecoverySlot(Slot, kw_only=True, frozen=True, forbid_unknown_fields=True, tag="recovery"):
    """Under the code of a printed sheet; `made` is when its sheet was proved."""

    made: Moment


class DeviceSlot(Slot, kw_only=True, frozen=True, forbid_unknown_fields=True, tag="device"):
    """Under a secret in one computer's keychain, from `made` until `expires`; last used at `seen`."""

    computer: Identifier
    keychain: Annotated[str, Meta(max_length=120)]
    made: Moment
    seen: Moment
    expires: Moment


AnySlot = PassphraseSlot | RecoverySlot | DeviceSlot
Slots = Annotated[list[AnySlot], Meta(min_length=1, max_length=_MOST)]
S = TypeVar("S", bound=Slot)


class Next(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """The key that is about to take over; from `ready` on it counts, before that the former one."""

    epoch: Epoch
    ready: bool
    slots: Slots


class KeyFile(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What keys.json says: nothing in it is secret without a phrase, a code or a keychain."""

    format: Literal[1, 2]
    vault_id: Identifier
    epoch: Epoch
    slots: Slots
    next: Next | None = None

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
        if keys.format == FIRST_FORMAT and (len(keys.slots) != 1 or keys.next is not None):
            raise KeysDamaged
        for slots in (keys.slots, keys.next.slots if keys.next else keys.slots):
            passphrase_slot(slots)
        return keys

    def encode(self) -> bytes:
        """The bytes of the key file, with their checksum."""
        return checked_json.encode(msgspec.to_builtins(self))

    @property
    def current(self) -> "KeyFile":
        """The keys that count, without those that do not yet or no longer."""
        if self.next is None:
            return self
        if self.next.ready:
            return msgspec.structs.replace(self, epoch=self.next.epoch, slots=self.next.slots, next=None)
        return msgspec.structs.replace(self, next=None)


def create_keys(*, passphrase: str, cost: Cost | None = None) -> tuple[KeyFile, VaultKey]:
    """A new random vault key and its key file; without `cost` this machine is measured."""
    key = VaultKey(key=os.urandom(LENGTH), vault_id=secrets.token_hex(16), epoch=1)
    slot = wrap_phrase(key, passphrase=passphrase, cost=cost or calibrate(), format=FIRST_FORMAT)
    return KeyFile(format=FIRST_FORMAT, vault_id=key.vault_id, epoch=key.epoch, slots=[slot]), key


def open_keys(file: KeyFile, *, passphrase: str) -> VaultKey:
    """The vault key: WrongPassphrase, or KeysDamaged when the file asks for impossible things."""
    file = file.current
    slot = passphrase_slot(file.slots)
    try:
        return unseal(slot, derive(passphrase=passphrase, salt=slot.salt, cost=slot.cost), file)
    except InvalidTag:
        raise WrongPassphrase from None


def change_passphrase(file: KeyFile, *, old: str, new: str, cost: Cost | None = None) -> KeyFile:
    """The same keys under a new phrase, as costly as before unless `cost` says otherwise.

    WrongPassphrase when `old` does not open. Nothing is written here.
    """
    key = open_keys(file, passphrase=old)
    renewed = renew_phrase(file, key, passphrase=new, cost=cost)
    key.clear()
    return renewed


def renew_phrase(file: KeyFile, key: VaultKey, *, passphrase: str, cost: Cost | None = None) -> KeyFile:
    """The same keys with another phrase, for whoever holds the key; other ways of opening stay."""
    file = file.current
    slot = passphrase_slot(file.slots)
    renewed = wrap_phrase(
        key, passphrase=passphrase, cost=cost or slot.cost, slot_id=slot.id, format=file.format
    )
    return msgspec.structs.replace(file, slots=[renewed if each is slot else each for each in file.slots])


def newest_format(file: KeyFile, key: VaultKey, *, passphrase: str) -> KeyFile:
    """The same keys in the format that has room for other ways of opening."""
    if file.current.format == FORMAT:
        return file.current
    return renew_phrase(msgspec.structs.replace(file.current, format=FORMAT), key, passphrase=passphrase)


def wrap_phrase(
    key: VaultKey, *, passphrase: str, cost: Cost, slot_id: str = "", format: int = FORMAT
) -> PassphraseSlot:
    """A slot a phrase opens."""
    if not passphrase:
        raise ValueError("a slot needs a phrase")
    slot = PassphraseSlot(id=slot_id or secrets.token_hex(16), cost=cost, **fresh())
    return seal(slot, derive(passphrase=passphrase, salt=slot.salt, cost=cost), key, format=format)


def passphrase_slot(slots: list[AnySlot]) -> PassphraseSlot:
    """The one slot a phrase opens; KeysDamaged when there is another number or its cost is not allowed."""
    found = [slot for slot in slots if isinstance(slot, PassphraseSlot)]
    recovery = [slot for slot in slots if isinstance(slot, RecoverySlot)]
    if len(found) != 1 or len(recovery) > 1 or not found[0].cost.allowed:
        raise KeysDamaged
    return found[0]


def fresh() -> dict[str, Any]:
    """Salt and nonce of a new slot, never used before."""
    return {"salt": os.urandom(SALT), "nonce": os.urandom(NONCE)}


def seal(slot: S, slot_key: bytes, key: VaultKey, *, format: int = FORMAT) -> S:
    """The slot with the vault key in it."""
    header = _header(format, key.vault_id, key.epoch, slot)
    return msgspec.structs.replace(slot, ciphertext=AESGCM(slot_key).encrypt(slot.nonce, key.content, header))


def unseal(slot: Slot, slot_key: bytes, file: KeyFile) -> VaultKey:
    """The vault key; InvalidTag when this is not the slot's key, or the slot was changed."""
    header = _header(file.format, file.vault_id, file.epoch, slot)
    content = AESGCM(slot_key).decrypt(slot.nonce, slot.ciphertext, header)
    return VaultKey(key=content, vault_id=file.vault_id, epoch=file.epoch)


def _header(format: int, vault_id: str, epoch: int, slot: Slot) -> bytes:
    described: dict[str, Any] = msgspec.to_builtins(slot)
    del described["ciphertext"]
    return checked_json.canonical({"format": format, "vault_id": vault_id, "epoch": epoch, "slot": described})
