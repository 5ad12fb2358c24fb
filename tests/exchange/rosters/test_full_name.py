"""One cell with both names is taken apart only where it is clear how."""

import pytest

from app.exchange.rosters.full_name import split_name


@pytest.mark.parametrize(
    ("cell", "family", "given"),
    [
        ("DA COSTA Inès", "DA COSTA", "Inès"),
        ("Inès DA COSTA", "DA COSTA", "Inès"),
        ("Da Costa, Inès Maria", "Da Costa", "Inès Maria"),
        ("D'ALMEIDA Zoé", "D'ALMEIDA", "Zoé"),
        ("Weber Lena", "Weber", "Lena"),
    ],
)
def test_capitals_and_commas_say_which_is_which(cell: str, family: str, given: str) -> None:
    """The family name is in capitals or before the comma; two bare words are filed family name first."""
    assert split_name(cell) == (family, given)


@pytest.mark.parametrize(
    "cell", ["Da Costa Inès", "DA COSTA INES", "Cher", "COSTA Inès MARIA", ", Inès", "Costa,"]
)
def test_what_is_not_clear_is_not_guessed(cell: str) -> None:
    """Three words alike could be anything."""
    assert split_name(cell) is None
