"""Another phrase for the same notebook."""

import hashlib
from pathlib import Path

import pytest

from app.actions.keys.change_passphrase import change_passphrase
from app.actions.keys.create_notebook import create_notebook
from app.errors import KeysDamaged, KeysMissing, WrongPassphrase
from app.models.changes import Changes
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PHRASE

OTHER = "cinq tasses bleues au grenier"


def test_only_the_new_phrase_opens(folder: Path) -> None:
    """From the next opening on the former phrase is a wrong one; what is written was not touched."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    before, lines = _hashes(folder), notebook.audit.count()
    written = notebook.history.of(notebook.author_id)
    assert change_passphrase(notebook, old=PHRASE, new=OTHER) == Changes()
    assert _hashes(folder)["personal.db"] == before["personal.db"]
    assert notebook.history.of(notebook.author_id) == written
    assert [line.what for line in notebook.audit.list(limit=1)] == ["phrase_changed"]
    assert notebook.audit.count() == lines + 1
    notebook.close()
    with pytest.raises(WrongPassphrase):
        Notebook.open(folder, passphrase=PHRASE)
    again = Notebook.open(folder, passphrase=OTHER)
    assert again.author.name == "Claire Aubrin"
    again.close()


def test_a_wrong_present_phrase_changes_nothing(notebook: Notebook, folder: Path) -> None:
    """Whoever passes by an open notebook cannot lock its owner out."""
    keys = (folder / "keys.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(notebook, old=OTHER, new=OTHER)
    assert (folder / "keys.json").read_bytes() == keys


def test_keys_of_another_notebook_are_not_taken(notebook: Notebook, folder: Path, tmp_path: Path) -> None:
    """A key file that was put there by mistake is told, never wrapped anew."""
    other = create_notebook(
        folder=tmp_path / "other", passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), schools=[], cost=FLOOR,
    )  # fmt: skip
    other.close()
    foreign = (tmp_path / "other" / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(foreign)
    with pytest.raises(KeysDamaged):
        change_passphrase(notebook, old=PHRASE, new=OTHER)
    assert (folder / "keys.json").read_bytes() == foreign


def test_missing_keys_are_told(notebook: Notebook, folder: Path) -> None:
    """Without its key file there is nothing to wrap anew."""
    (folder / "keys.json").unlink()
    with pytest.raises(KeysMissing):
        change_passphrase(notebook, old=PHRASE, new=OTHER)


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.db")}
