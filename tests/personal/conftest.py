"""Personal notes on a file of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.personal.notes import PersonalNotes
from app.storage.engine import Engine

KEY, VAULT = bytes(range(32)), "ab" * 16


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file as a new notebook makes it: nothing in it but whose it is."""
    made = Engine.create(tmp_path / "personal.db", KEY)
    made.run("CREATE TABLE vault (vault_id TEXT NOT NULL) STRICT")
    made.run("INSERT INTO vault VALUES (?)", (VAULT,))
    made.close()
    return tmp_path / "personal.db"


@pytest.fixture
def notes(path: Path) -> Iterator[PersonalNotes]:
    """Open notes with nothing in them."""
    opened = PersonalNotes.open(path, KEY, VAULT)
    yield opened
    opened.close()
