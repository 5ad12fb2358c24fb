"""Open somebody's card and say what this notebook knows of it already."""

from pathlib import Path
from typing import Literal

from app.actions.cards.card_in_picture import card_in_picture
from app.actions.cards.own_card import own_card
from app.errors import AttachmentEmpty, AttachmentUnknownType, CardInvalid, CardIsOwn, CardTextUnread
from app.exchange import card_file, card_text
from app.exchange.attachments.type_of import type_of
from app.exchange.attachments.untrusted_file import read_untrusted
from app.models.attachment import AttachmentType
from app.models.card import Card
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.models.harmless_name import harmless_name
from app.storage.notebook import Notebook


class OpenedCard(Discreet, frozen=True, kw_only=True):
    """`fingerprint` (32 bytes) is what two people compare. "changed": another card than the one known."""

    card: Card
    fingerprint: bytes
    verdict: Literal["new", "same", "changed"]
    known: Correspondent | None


def open_card(notebook: Notebook, *, path: Path) -> OpenedCard:
    """Read a card file, or a picture or scan of a card on paper; nothing is written. A picture is slow.

    CardInvalid, CardIsOwn, FileUnreadable, AttachmentTooLarge and the errors of `card_in_picture`.
    """
    file = harmless_name(path.name)
    content, _ = read_untrusted(path, file=file)
    kind = _picture_type(content)
    if kind is None:
        return _opened(notebook, card_file.read(content))
    return _opened(notebook, card_in_picture(content, kind=kind, file=file))


def open_card_text(notebook: Notebook, *, text: str) -> OpenedCard:
    """Read what was pasted or scanned; nothing is written. CardTextUnread, CardIsOwn."""
    try:
        card = card_text.read(text)
    except CardInvalid as error:
        raise CardTextUnread from error
    return _opened(notebook, card)


def _picture_type(untrusted: bytes) -> AttachmentType | None:
    """Which of the kinds that may show a card; None for what can only be a card file."""
    try:
        return type_of(untrusted, file="")
    except (AttachmentEmpty, AttachmentUnknownType):
        return None


def _opened(notebook: Notebook, card: Card) -> OpenedCard:
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
