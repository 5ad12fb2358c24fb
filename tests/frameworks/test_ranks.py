"""Letters of an order of choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.ranks import letter


@pytest.mark.parametrize(("position", "said"), [(0, "A"), (2, "C"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_every_rank_has_its_letter(position: int, said: str) -> None:
    """A, B, C … Z, then AA as in a table."""
    assert letter(position) == said


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_two_ranks_share_a_letter(one: int, other: int) -> None:
    """Two rows are never called alike, and those further down never have the shorter name."""
    assert (letter(one) == letter(other)) is (one == other)
    assert len(letter(min(one, other))) <= len(letter(max(one, other)))
