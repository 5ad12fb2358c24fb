"""Words found as people mean them."""

import pytest

from app.ui.form_view.read.folding import fold, spans


@pytest.mark.parametrize(
    ("typed", "label", "found"),
    [
        ("dif", "situation familiale difficile", ["dif"]),
        ("CONF cam", "conflit avec un camarade", ["conf", "cam"]),
        ("eleve", "l’Élève elle-même", ["Élève"]),
        ("meme", "l’élève elle-même", ["même"]),
        ("soe", "une sœur", ["sœ"]),
        ("fic", "difficulté", None),
        ("dif xx", "difficulté", None),
    ],
)
def test_each_typed_word_begins_a_word(typed: str, label: str, found: list[str] | None) -> None:
    """Accents and capitals make no difference, and what matches is known letter by letter."""
    places = spans(typed, label)
    assert (None if places is None else [label[start:end] for start, end in places]) == found


def test_folding_keeps_every_other_letter() -> None:
    """Only accents and capitals go."""
    assert fold("Élève, né(e) à Œttingen ß") == "eleve, ne(e) a oettingen ss"
