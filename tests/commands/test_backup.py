"""`carnet backup` and `carnet restore`."""

import pytest

from app.storage.kept_copies import FOLDER, list_copies
from app.storage.migrate import newest
from app.storage.notebook import NOTEBOOK, Notebook
from tests.builders import PHRASE
from tests.commands.running import carnet


@pytest.fixture
def drive(tmp_path):
    """Where copies go."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def test_there_and_back_again(folder, referral, phrase_file, drive, tmp_path):
    """A copy, put back into a new folder, is the notebook it was made of; programs are answered in JSON."""
    ran = carnet("backup", folder, drive, "--passphrase-file", phrase_file, "--json")
    assert ran.code == 0
    (copy,) = list_copies(drive)
    assert ran.json == {"copy": str(copy.folder), "bytes": copy.size}
    assert ran.err == f"The copy is in {copy.folder}. It was read back whole.\n"
    target = tmp_path / "again"
    ran = carnet("restore", copy.folder, target, "--passphrase-file", phrase_file, "--json")
    assert ran.code == 0
    assert ran.json == {"notebook": str(target), "copy": str(copy.folder)}
    ran = carnet("check", target, "--passphrase-file", phrase_file, "--json")
    assert ran.json == {"ok": True, "problems": []}
    notebook = Notebook.open(target, passphrase=PHRASE)
    assert notebook.referrals.count() == 1
    notebook.close()


def test_french_is_spoken(folder, phrase_file, drive, tmp_path):
    """Sentences for people are in their language, and nothing is printed for programs that did not ask."""
    ran = carnet("backup", folder, drive, "--passphrase-file", phrase_file, language="fr")
    (copy,) = list_copies(drive)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"La copie est dans {copy.folder}. Elle a été relue, entière.\n"
    ran = carnet("restore", copy.folder, tmp_path / "x", "--passphrase-file", phrase_file, language="fr")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Le carnet est dans {tmp_path / 'x'}. La copie reste où elle était.\n"


def test_nothing_is_written_over(folder, phrase_file, drive, tmp_path):
    """A folder that holds anything is refused with 1 before a phrase is asked for."""
    carnet("backup", folder, drive, "--passphrase-file", phrase_file)
    (copy,) = list_copies(drive)
    (tmp_path / "filled").mkdir()
    (tmp_path / "filled" / "letter.txt").write_text("mine")
    ran = carnet("restore", copy.folder, tmp_path / "filled", "--passphrase-file", tmp_path / "absent")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("This folder already holds something.")
    assert (tmp_path / "filled" / "letter.txt").read_text() == "mine"


def test_what_cannot_be_put_back_is_refused_in_a_sentence(folder, phrase_file, drive, tmp_path):
    """A wrong phrase, a damaged copy, no copy at all: 1, one line, nothing made."""
    carnet("backup", folder, drive, "--passphrase-file", phrase_file)
    (copy,) = list_copies(drive)
    ran = carnet("restore", copy.folder, tmp_path / "again", "--passphrase-file", "-", stdin="falsch\n")
    assert (ran.code, ran.err[:28]) == (1, "This is not the right phrase")
    with (copy.folder / NOTEBOOK).open("r+b") as file:
        file.seek(20_000)
        file.write(bytes(8))
    ran = carnet("restore", copy.folder, tmp_path / "again", "--passphrase-file", phrase_file)
    assert ran.code == 1
    assert ran.err.startswith("This copy is not whole, so it is not put back.")
    ran = carnet("restore", tmp_path, tmp_path / "again", "--passphrase-file", phrase_file)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert not (tmp_path / "again").exists()


def test_a_copy_of_a_newer_version_is_refused(notebook, folder, phrase_file, drive, tmp_path):
    """Politely: which version to install, and that nothing was changed."""
    notebook.close()
    carnet("backup", folder, drive, "--passphrase-file", phrase_file)
    (copy,) = list_copies(drive)
    again = Notebook.open(copy.folder, passphrase=PHRASE)
    again.history._engine.run(f"PRAGMA user_version = {newest() + 1}")
    again.close()
    ran = carnet("restore", copy.folder, tmp_path / "again", "--passphrase-file", phrase_file)
    assert ran.code == 1
    assert ran.err.startswith("This copy was made by a newer version of Carnet. Install the newer version")
    assert not (tmp_path / "again").exists()


def test_where_nothing_can_be_written_it_says_so(folder, phrase_file, tmp_path):
    """A destination that is not there: 1, and no copy anywhere."""
    ran = carnet("backup", folder, tmp_path / "absent", "--passphrase-file", phrase_file, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert list_copies(folder / FOLDER) == []


@pytest.mark.parametrize("words", [["backup"], ["restore", "somewhere"], ["backup", "a", "b", "--force"]])
def test_wrong_usage_is_two(words):
    """What is missing or unknown is said with how it is used."""
    ran = carnet(*words)
    assert ran.code == 2
    assert "usage: carnet" in ran.err
