"""What in an exchange folder may be a package."""

import os
from pathlib import Path

from app.exchange.folder_files import list_packages


def test_only_visible_files_with_something_in_them(tmp_path: Path) -> None:
    """No hidden file of a program that copies, no link out of the folder, no folder, nothing empty."""
    (tmp_path / "b.age").write_bytes(b"two")
    (tmp_path / "A.AGE").write_bytes(b"one")
    (tmp_path / ".b.age.part").write_bytes(b"half")
    (tmp_path / ".c.age").write_bytes(b"half")
    (tmp_path / "list.csv").write_bytes(b"other")
    (tmp_path / "empty.age").write_bytes(b"")
    (tmp_path / "folder.age").mkdir()
    (tmp_path / "link.age").symlink_to(tmp_path / "list.csv")
    found = list_packages(tmp_path)
    assert found is not None
    assert {name: mark.size for name, mark in found.items()} == {"A.AGE": 3, "b.age": 3}


def test_a_folder_that_is_away_is_told_from_an_empty_one(tmp_path: Path) -> None:
    """None, and no failure."""
    assert list_packages(tmp_path) == {}
    assert list_packages(tmp_path / "away") is None


def test_of_very_many_the_newest_are_looked_at(tmp_path: Path) -> None:
    """Nothing is ever deleted there: what came today is seen, whatever its name."""
    for number in range(2001):
        (tmp_path / f"carnet-{number:08x}.age").write_bytes(b"old")
        os.utime(tmp_path / f"carnet-{number:08x}.age", (1_700_000_000 + number, 1_700_000_000 + number))
    (tmp_path / "carnet-ffffffff.age").write_bytes(b"new")
    found = list_packages(tmp_path)
    assert found is not None
    assert len(found) == 2000
    assert "carnet-ffffffff.age" in found
    assert list(found) == sorted(found)
    assert not {"carnet-00000000.age", "carnet-00000001.age"} & found.keys()
