"""The notebook's own card."""

from app.exchange.card_file import signed
from app.models.card import Card
from app.security.seal import public_sealing_key
from app.security.signature import public_signing_key
from app.storage.notebook import Notebook


def own_card(notebook: Notebook) -> Card:
    """Who writes here with the public halves of the notebook's keys, signed."""
    identity, author = notebook.identity, notebook.author
    card = Card(
        id=author.id,
        name=author.name,
        unit=notebook.units.own().name,
        role=notebook.role,
        sign_key=public_signing_key(identity.sign_secret).hex(),
        seal_key=public_sealing_key(identity.seal_secret),
        created_at=identity.created_at,
    )
    return signed(card, secret=identity.sign_secret)
