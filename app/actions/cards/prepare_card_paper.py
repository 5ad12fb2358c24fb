"""The notebook's own card as it stands on paper."""

from app.actions.cards.own_card import own_card
from app.documents.card_subject import CardSheet
from app.exchange import card_text
from app.exchange.card_file import card_fingerprint
from app.i18n import Locale
from app.security.fingerprint import fingerprint_digits, fingerprint_words
from app.storage.notebook import Notebook


def prepare_card_paper(notebook: Notebook, *, locale: Locale) -> CardSheet:
    """Whose card it is, the words in the language of the paper, and the text of the square."""
    card = own_card(notebook)
    digest = card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key)
    return CardSheet(
        name=card.name, unit=card.unit, words=fingerprint_words(digest, locale.code),
        digits=fingerprint_digits(digest), code=card_text.write(card),
    )  # fmt: skip
