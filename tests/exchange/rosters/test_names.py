"""Names are compared without what two clerks write differently."""

import pytest

from app.exchange.rosters.names import compact, loose, parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DA COSTA", "Da Costa"), ("Da-Costa", "Dacosta"), ("Inès", "Ines"), ("Łuczak", "Luczak"),
        ("Groß", "GROSS"), ("D’Almeida", "D'ALMEIDA"), ("Zoe\u0308", "Zoë"), ("Østergård", "Ostergard"),
        ("Yıldız", "YILDIZ"),
    ],
)  # fmt: skip
def test_accents_case_hyphens_and_spaces_are_set_aside(one: str, other: str) -> None:
    """The same name written twice is the same."""
    assert compact(one) == compact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Müller", "Mueller"), ("de Sousa", "Sousa"), ("Jørgensen", "Joergensen"), ("Jäger", "Jaeger")],
)
def test_other_spellings_only_resemble(one: str, other: str) -> None:
    """Umlauts written out and missing particles meet loosely, never as the same name."""
    assert compact(one) != compact(other)
    assert loose(parts(one)) == loose(parts(other))


def test_a_name_of_particles_alone_stays() -> None:
    """Le and Van are family names too."""
    assert loose(parts("Le")) == "le"
