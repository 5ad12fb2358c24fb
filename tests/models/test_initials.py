"""A name as its initials."""

import pytest

from app.models.initials import initials


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Noé Thill", "N. T."),
        ("Inês Da Costa", "I. D. C."),
        ("Jean-Luc Weber-Krier", "J.-L. W.-K."),
        ("élise", "É."),
        ("", ""),
        ("  Anne  ", "A."),
        ("-", ""),
    ],
)
def test_a_name_leaves_only_its_first_letters(name: str, short: str) -> None:
    """Every part of a name, also behind a hyphen, is one letter and nothing more."""
    assert initials(name) == short
