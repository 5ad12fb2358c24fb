"""A second notebook, the unit's, and two notebooks whose owners compared their cards."""

from datetime import date
from pathlib import Path

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.models.correspondent import Correspondent
from app.models.practitioner import Practitioner
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests.builders import PHRASE

COMPARED = date(2026, 10, 12)


def new_unit(folder: Path) -> Notebook:
    """The open notebook of Marc Feller, who coordinates the unit."""
    return Notebook.create(
        folder,
        passphrase=PHRASE,
        role="unit",
        unit=Unit(name="Unité SePAS du Moulin", framework="lu-sepas"),
        practitioner=Practitioner(name="Marc Feller", profession="PSY_LU"),
        cost=FLOOR,
    )


def acquaint(one: Notebook, other: Notebook) -> tuple[Correspondent, Correspondent]:
    """Each keeps the other's card, compared face to face: `other` as `one` knows them, and the reverse."""
    for here, there in ((one, other), (other, one)):
        accept_card(here, card=own_card(there), compared_how="face", compared_at=COMPARED)
    (other_there,), (one_there,) = one.correspondents.list(), other.correspondents.list()
    return other_there, one_there
