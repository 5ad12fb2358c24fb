"""A correspondent by what a person calls them."""

import pytest

from app.actions.cards.find_correspondent import find_correspondent
from app.errors import CorrespondentUnclear
from app.storage.notebook import Notebook
from tests import builders


def kept(notebook: Notebook, **changes: object) -> str:
    """A card that is here; its identifier."""
    with notebook.change():
        return notebook.correspondents.save(builders.correspondent(**changes)).id


def test_by_name_or_unit_whatever_the_accents(notebook: Notebook) -> None:
    """As somebody types it on a keyboard that has no accents."""
    known = kept(notebook, name="Zoé Müller", unit="Unité SePAS")
    for said in ("Zoé Müller", "zoe muller", "UNITE SEPAS"):
        assert find_correspondent(notebook, name=said).id == known


def test_nobody_is_guessed(notebook: Notebook) -> None:
    """None of that name, or two of that unit: asked again rather than sent to the wrong one."""
    kept(notebook)
    kept(notebook, name="Zoé Müller", card_id="ab" * 16, sign_key="cd" * 32)
    for said in ("Marc", "", builders.correspondent().unit):
        with pytest.raises(CorrespondentUnclear):
            find_correspondent(notebook, name=said)


def test_who_is_no_longer_used_stands_in_nobodys_way(notebook: Notebook) -> None:
    """A colleague's former card and the present one have the same name: the present one is meant."""
    kept(notebook, state="retired")
    present = kept(notebook, card_id="ab" * 16, sign_key="cd" * 32)
    assert find_correspondent(notebook, name="Marc Feller").id == present
