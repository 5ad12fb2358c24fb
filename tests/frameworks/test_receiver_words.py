"""Who is meant by the words of a receiver that no directory holds."""

import pytest

from app.frameworks.receiver_words import bare, circles_said, receiver_words
from tests.frameworks.resources import shipped

WORDS = receiver_words(shipped().lists)
PEOPLE = {"ines da costa": "student", "marta da costa": "parents", "lycee du moulin": "head"}


@pytest.mark.parametrize(
    ("recipient", "circles"),
    [
        ("L’élève", ["student"]), ("l'eleve", ["student"]), ("Schülerin", ["student"]),
        ("Les parents", ["parents"]), ("aux parents", ["parents"]), ("Eltern", ["parents"]),
        ("die Eltern", ["parents"]), ("la mère d’Inês Da Costa", ["parents"]), ("Mme Da Costa", ["parents"]),
        ("M. et Mme Da Costa", ["parents"]), ("Inês Da Costa et ses parents", ["student", "parents"]),
        ("L’élève et les parents", ["student", "parents"]), ("secrétariat", ["head"]),
        ("Lycée du Moulin", ["head"]), ("Dossier papier", ["service"]), ("la CPE", ["teachers"]),
        ("Procureur de la République", ["authorities"]), ("school nurse", ["health"]),
        ("Cabinet Inconnu", []), ("Mme Weber", []), ("les parents d’un autre", []), ("l’élève et Weber", []),
        ("M.", []), ("", []),
    ],
)  # fmt: skip
def test_words_are_known(recipient: str, circles: list[str]) -> None:
    """In three languages, with and without their article, alone and together; a stranger stays a stranger."""
    assert circles_said(recipient, words=WORDS, people=PEOPLE) == circles


def test_no_word_means_two_circles() -> None:
    """What stands for one circle in one language stands for no other in another."""
    said: dict[str, set[str]] = {}
    for item in shipped().lists["share-circles"].items:
        for words in (*item.label.values(), *item.aliases):
            said.setdefault(bare(words), set()).add(item.code)
    assert {word: codes for word, codes in said.items() if len(codes) > 1} == {}
