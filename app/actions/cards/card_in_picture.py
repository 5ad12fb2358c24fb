"""The card in a picture or a scan of a card on paper."""

from app.errors import CardOtherCode, CardSquareMissing, CardSquareUnread, CardsSeveral
from app.exchange import card_text
from app.exchange.attachments.viewer import AttachmentViewer
from app.models.attachment import AttachmentType
from app.models.card import Card

_PAGES = 8  # of a scan; a card is one
_WIDTHS = (1800, 30_000)  # a page as it is scanned; then as large as it may be, for a small square


def card_in_picture(untrusted: bytes, *, kind: AttachmentType, file: str) -> Card:
    """Decoded in a process of its own, with the limits of attachments; slow.

    CardSquareMissing, CardSquareUnread, CardOtherCode, CardsSeveral, CardInvalid and the errors of
    AttachmentViewer.
    """
    with AttachmentViewer(untrusted=untrusted, kind=kind, file=file, check=True) as look:
        pages = range(min(look.pages, _PAGES))
        found: list[str] = []
        for width in _WIDTHS:
            found += [code for number in pages for code in look.codes(number, width=width)]
            if any(found):
                break
    if not found:
        raise CardSquareMissing(file=file)
    texts = set(found) - {""}
    cards = {text for text in texts if card_text.is_card(text)}
    if len(cards) > 1:
        raise CardsSeveral(file=file)
    if cards:
        return card_text.read(cards.pop())
    raise (CardOtherCode if texts else CardSquareUnread)(file=file)
