"""The change of the key killed at every line it runs, and at 300 instants nobody chose."""

from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PHRASE
from tests.storage import test_new_key


@pytest.fixture
def filled(folder: Path, library: Library) -> Path:
    """A closed notebook with something in every corner."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    student = builders.kept_student(notebook)
    for n in range(3):
        builders.finished(notebook, library, student_id=student.id, values={"conclusion": f"Numéro {n}."})
    notebook.close()
    return folder


def test_killed_before_every_line(filled: Path, tmp_path: Path) -> None:
    """No line of the change is one after which something is missing."""
    found = test_new_key.killed_at_lines(filled, tmp_path / "kills", step=1)
    print(f"{len(found)} lines, {found.count(1)} with the former key, {found.count(2)} with the new one")
    assert len(found) > 250
    assert found == sorted(found)


def test_killed_at_300_instants(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """300 times SIGKILL: the phrase opens each time and every row is there."""
    monkeypatch.setattr(test_new_key, "KILLS", 300)
    test_new_key.test_killed_at_random_instants_the_phrase_opens(filled)
