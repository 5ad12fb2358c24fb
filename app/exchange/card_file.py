"""A card as a file: JSON of at most 4 KiB, signed by the key it names."""

import re
import unicodedata

import msgspec

from app.errors import CardInvalid
from app.models.card import FORMAT, Card
from app.security.fingerprint import fingerprint
from app.security.seal import is_recipient
from app.security.signature import is_signed, sign

LARGEST = 4 * 1024
SUFFIX = ".carnet-card"
_ID, _KEY, _SIGNATURE = (re.compile(rf"[0-9a-f]{{{n}}}") for n in (32, 64, 128))
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_ROLES = {"practitioner", "unit"}
_LONGEST = 200
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # what could make one name look like another


def signed(card: Card, *, secret: bytes) -> Card:
    """The card with its signature; `secret` belongs to its `sign_key`."""
    signature = sign(secret=secret, tag=FORMAT, content=_content(card))
    return msgspec.structs.replace(card, signature=signature.hex())


def write(card: Card) -> bytes:
    """The content of a card file."""
    return msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n"


def read(untrusted: bytes) -> Card:
    """The card in a file, CardInvalid when anything about it is not as its owner signed it."""
    if len(untrusted) > LARGEST:
        raise CardInvalid
    try:
        card = msgspec.json.decode(untrusted, type=Card)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CardInvalid from None
    shapes = (
        card.format == FORMAT,
        card.role in _ROLES,
        bool(card.name.strip()),
        all(_is_plain(text) for text in (card.name, card.unit)),
        _ID.fullmatch(card.id),
        _KEY.fullmatch(card.sign_key),
        _SIGNATURE.fullmatch(card.signature),
        _MOMENT.fullmatch(card.created_at),
    )
    if not all(shapes) or not is_recipient(card.seal_key):
        raise CardInvalid
    if not is_signed(
        public=bytes.fromhex(card.sign_key),
        tag=FORMAT,
        content=_content(card),
        signature=bytes.fromhex(card.signature),
    ):
        raise CardInvalid
    return card


def card_fingerprint(*, sign_key: str, seal_key: str) -> bytes:
    """What is compared of a card or of a correspondent, 32 bytes."""
    return fingerprint(sign_key=bytes.fromhex(sign_key), seal_key=seal_key)


def _content(card: Card) -> bytes:
    fields = msgspec.structs.asdict(card)
    del fields["signature"]
    return msgspec.json.encode(fields, order="sorted")


def _is_plain(text: str) -> bool:
    return len(text) <= _LONGEST and not any(unicodedata.category(sign) in _HIDDEN for sign in text)
