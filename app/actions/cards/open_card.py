"""Open somebody's card and say what this notebook knows of it already."""

from pathlib import Path
from typing import Literal

from app.actions.cards.own_card import own_card
from app.errors import CardIsOwn, FileUnreadable
from app.exchange import card_file
from app.models.card import Card
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class OpenedCard(Discreet, frozen=True, kw_only=True):
    """`fingerprint` (32 bytes) is what two people compare. "changed": another card than the one known."""

    card: Card
    fingerprint: bytes
    verdict: Literal["new", "same", "changed"]
    known: Correspondent | None


def open_card(notebook: Notebook, *, path: Path) -> OpenedCard:
    """Read a card file; nothing is written. CardInvalid, CardIsOwn, FileUnreadable."""
    try:
        with path.open("rb") as untrusted:
            card = card_file.read(untrusted.read(card_file.LARGEST + 1))
    except OSError as error:
        raise FileUnreadable(file=path.name) from error
    if card.sign_key == own_card(notebook).sign_key:
        raise CardIsOwn
    known = known_as(notebook, card)
    verdict: Literal["new", "same", "changed"] = "new"
    if known is not None:
        verdict = "same" if is_same(card, known) else "changed"
    fingerprint = card_file.card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key)
    return OpenedCard(card=card, fingerprint=fingerprint, verdict=verdict, known=known)


def known_as(notebook: Notebook, card: Card) -> Correspondent | None:
    """The correspondent this card is or claims to be."""
    return notebook.correspondents.by_key(card.sign_key) or notebook.correspondents.by_card(card.id)


def is_same(card: Card, known: Correspondent) -> bool:
    """Whether the card says what was compared: its owner, name and keys."""
    return (card.id, card.name, card.sign_key, card.seal_key) == (
        known.card_id,
        known.name,
        known.sign_key,
        known.seal_key,
    )
