"""Write the notebook's own card to a file."""

from pathlib import Path

from app import whole_file
from app.actions.cards.own_card import own_card
from app.errors import FileNotWritten
from app.exchange import card_file
from app.models.card import Card
from app.storage.notebook import Notebook


def write_card(notebook: Notebook, *, path: Path) -> Card:
    """The card that was written; FileNotWritten when the place refuses it."""
    card = own_card(notebook)
    try:
        whole_file.write(path=path, content=card_file.write(card))
    except OSError as error:
        raise FileNotWritten from error
    notebook.audit.add_when_possible("card_written")
    return card
