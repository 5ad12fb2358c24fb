"""How long personal notes are kept."""

from datetime import date

import pytest

from app.personal.review import review_day


@pytest.mark.parametrize(
    ("written", "review"),
    [
        (date(2026, 9, 15), date(2027, 7, 15)),
        (date(2027, 1, 8), date(2027, 7, 15)),
        (date(2027, 7, 14), date(2027, 7, 15)),
        (date(2027, 7, 15), date(2028, 7, 15)),
        (date(2027, 8, 30), date(2028, 7, 15)),
    ],
)
def test_notes_are_read_again_when_the_school_year_ends(written, review):
    """15 July after the day of writing, whichever side of the new year that is."""
    assert review_day(written) == review
