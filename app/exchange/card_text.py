"""A card as text, for the square on paper: capitals and digits, which survive any scanner."""

import base64

import msgspec

from app.errors import CardInvalid
from app.exchange import card_file
from app.models.card import Card

HEAD = "CARNET-CARD-1:"
_LONGEST = 16 * 1024  # the longest card takes less than half, whatever blanks stand in it
_WRITTEN_AS_FILE = "{"


def write(card: Card) -> str:
    """What the square holds: the head, then base32 of the card's JSON without its padding."""
    return HEAD + base64.b32encode(msgspec.json.encode(card)).decode("ascii").rstrip("=")


def is_card(text: str) -> bool:
    """Whether this says that it is a card, whole or not."""
    return _packed(text).startswith(HEAD)


def read(untrusted: str) -> Card:
    """The card that was pasted or scanned, blanks and line ends anywhere; CardInvalid.

    What stands in a card file counts too.
    """
    if len(untrusted) > _LONGEST:
        raise CardInvalid
    if untrusted.strip().startswith(_WRITTEN_AS_FILE):
        return card_file.read(untrusted.strip().encode("utf-8", "replace"))
    packed = _packed(untrusted)
    if not packed.startswith(HEAD):
        raise CardInvalid
    letters = packed.removeprefix(HEAD)
    try:
        content = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raise CardInvalid from None
    return card_file.read(content)


def _packed(text: str) -> str:
    return "".join(text.split()).lstrip("\ufeff").upper()
