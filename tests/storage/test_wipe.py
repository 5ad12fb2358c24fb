"""Keys are overwritten, not only let go of."""

import os

import pytest

from app.storage.wipe import wipe


@pytest.mark.parametrize("length", [2, 64, 67, 5000])
def test_nothing_of_it_can_be_read(length: int) -> None:
    """Letters and bytes alike, of any length."""
    letters, plain = "".join(["a"] * length), bytes(bytearray(b"a" * length))
    wipe(letters)
    wipe(plain)
    assert letters == "\0" * length
    assert plain == bytes(length)


def test_what_is_not_a_key_is_left_alone() -> None:
    """One sign belongs to every string that holds it; other letters than a key's stand elsewhere."""
    accents = "é" * 3
    wipe("x")
    wipe("")
    wipe(accents)
    assert accents == "ééé"
    assert os.fsdecode(b"x") == "x"
