"""A cell from outside is plain words."""

import pytest

from app.exchange.rosters.cells import clean, is_name, neutral


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("  Haas \u00a0 Mia ", "Haas Mia"),
        ("Haas\u202e\u200b\u2066", "Haas"),
        ("Ha\x07as\r\nMia", "Ha as Mia"),
        ("Zoe\u0308", "Zoë"),
        ('="00123"', "00123"),
        ("-", ""),
        ("n/a", ""),
        ("", ""),
    ],
)
def test_hidden_characters_and_doubled_spaces_go(cell: str, words: str) -> None:
    """Direction marks, control characters and spreadsheet wrappings are gone; accents are composed."""
    assert clean(cell) == words


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|x", "-2+3", "＝1+1", "12", "..."])
def test_a_formula_or_a_number_is_no_name(cell: str) -> None:
    """What a spreadsheet would run, and what holds no letter, is not a name."""
    assert not is_name(clean(cell))


@pytest.mark.parametrize("name", ["D'Almeida", "'t Hooft", "Đặng", "O", "مريم", "Anne-Marie"])
def test_names_of_all_kinds_are_names(name: str) -> None:
    """Apostrophes, hyphens, one letter and other alphabets are welcome."""
    assert is_name(clean(name))


def test_a_formula_in_another_cell_is_defused() -> None:
    """A formula sign in front is dropped, except the "+" of a phone number."""
    assert neutral("=@+5G2") == "5G2"
    assert neutral("'+352 691", keep="+") == "+352 691"
