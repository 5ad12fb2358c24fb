"""A file that leaves is there when it is noted, and otherwise not, also when it is written piece by piece."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from app.actions.disclosure.noted_file import noted_file
from app.errors import FileNotWritten


def half(stream: BinaryIO) -> None:
    """The disk is full in the middle."""
    stream.write(b"x" * 10_000)
    raise OSError(errno.ENOSPC, "no room")


def both(folder: Path, second: Callable[[BinaryIO], object]) -> None:
    """One file that is written well, then another."""
    with noted_file() as write:
        write(lambda stream: stream.write(b"first"), folder / "a.age")
        assert (folder / "a.age").read_bytes() == b"first"
        write(second, folder / "b.age")


def test_a_disk_that_fills_half_way_leaves_neither_part(tmp_path: Path) -> None:
    """The first file stood there already; it goes with the second, and nothing half lies about."""
    with pytest.raises(FileNotWritten):
        both(tmp_path, half)
    assert list(tmp_path.iterdir()) == []


def test_a_change_that_fails_takes_the_file_back(tmp_path: Path) -> None:
    """Written, and then something else goes wrong."""
    with pytest.raises(ValueError):
        both(tmp_path, lambda stream: int("nothing"))
    assert list(tmp_path.iterdir()) == []


def test_it_stays_when_all_went_well(tmp_path: Path) -> None:
    """For its owner alone."""
    with noted_file() as write:
        write(lambda stream: stream.write(b"first"), tmp_path / "a.age")
        write(b"second", tmp_path / "b.age")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"first", b"second"]
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}
