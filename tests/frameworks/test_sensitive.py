"""Words that ought to make one look twice."""

import pytest

from app.frameworks.sensitive import SENSITIVE_WORDS, SensitiveWords
from app.models.value_list import Item, ValueList
from tests.frameworks.resources import shipped

OWN = ValueList(
    title={}, items=[
        Item(code="A", label={"fr": "colombier, pigeon voyageur", "de": "Taubenschlag"}),
        Item(code="B", label={"fr": "viol"}), Item(code="C", label={"fr": "héron"}, active=False),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le Colombier de la tante", ["colombier"]),
        ("Il aime les colombiers.", ["colombier"]),
        ("Un pigeon, voyageur ou non", ["pigeon voyageur"]),
        ("Un voyageur et son pigeon", []),
        ("die Taubenschläge am Haus", ["Taubenschlag"]),
        ("violée, violer, viols", ["viol"]),
        ("violet, violon, violence", []),
        ("un héron au bord de l’eau", []),
        ("", []),
    ],
)
def test_a_word_is_found_in_its_forms_and_no_other(text: str, found: list[str]) -> None:
    """Accents, capitals and endings do not hide it, a longer word with the same beginning is another one."""
    assert SensitiveWords(OWN).in_text(text) == found


def test_without_a_list_nothing_is_sensitive() -> None:
    """A unit may empty it or hide every entry."""
    assert SensitiveWords(None).in_text("viol") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Suivie par le CMP après une tentative de suicide.", {"suicide", "tentative de suicide"}),
        ("Les parents sont en cours de divorce, dettes de loyer.", {"divorce", "dette"}),
        ("Kommt wegen ihrer Depression später.", {"Depression", "dépression", "depression"}),
        ("A besoin d’une place au premier rang et de temps en plus.", set()),
        ("Révise ses leçons et vient chaque jeudi au soutien ; c’est à peine croyable.", set()),
        ("Has one detention a month and needs a place near the board.", set()),
    ],
)
def test_the_delivered_list_knows_what_is_said_in_meetings(text: str, words: set[str]) -> None:
    """It stops at what a class need not know and lets pass what helps at school."""
    assert set(SensitiveWords(shipped().lists[SENSITIVE_WORDS]).in_text(text)) == words
