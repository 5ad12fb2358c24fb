"""`carnet check`."""

import os

import pytest

from tests.builders import PHRASE
from tests.commands.running import carnet


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Tout est entier dans ce carnet."), ("en", "Everything in this notebook is whole.")],
)
def test_a_whole_notebook_is_said_to_be_whole(folder, phrase_file, language, sentence):
    """Answer 0, a sentence for people, JSON for programs."""
    ran = carnet("check", folder, "--passphrase-file", phrase_file, "--json", language=language)
    assert ran.code == 0
    assert ran.json == {"ok": True, "problems": []}
    assert ran.err == sentence + "\n"
    ran = carnet("check", folder, "--passphrase-file", "-", stdin=PHRASE + "\n", language=language)
    assert (ran.code, ran.out, ran.err) == (0, "", sentence + "\n")


def test_a_damaged_page_is_found(folder, phrase_file, referral):
    """A page whose seal does not fit: answer 1, and the problems by short codes."""
    path = folder / "notebook.db"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 5000)
        file.write(bytes(8))
    ran = carnet("check", folder, "--passphrase-file", phrase_file, "--json")
    assert ran.code == 1
    assert ran.json["ok"] is False
    assert any(problem.startswith("notebook: ") for problem in ran.json["problems"])
    assert ran.err.startswith("Something in this notebook is broken.")
    ran = carnet("check", folder, "--passphrase-file", phrase_file)
    assert ran.code == 1
    assert "  notebook: " in ran.err


def test_lost_personal_notes_are_found(folder, phrase_file):
    """The file nobody but the window reads is checked without being read."""
    (folder / "personal.db").unlink()
    ran = carnet("check", folder, "--passphrase-file", phrase_file, "--json")
    assert ran.json == {"ok": False, "problems": ["personal: NotebookMissing"]}


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda folder: os.truncate(folder / "notebook.db", 0), "NotebookDamaged"),
        (lambda folder: (folder / "notebook.db").unlink(), "NotebookMissing"),
        (lambda folder: (folder / "keys.json").unlink(), "KeysMissing"),
        (lambda folder: (folder / "keys.json").write_text("{}"), "KeysDamaged"),
    ],
)
def test_what_does_not_open_is_broken_too(folder, phrase_file, damage, problem):
    """Programs get the same shape of answer when the notebook cannot even be opened."""
    damage(folder)
    ran = carnet("check", folder, "--passphrase-file", phrase_file, "--json")
    assert ran.code == 1
    assert ran.json == {"ok": False, "problems": [f"opening: {problem}"]}
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Ce n’est pas la bonne phrase."), ("en", "This is not the right phrase.")],
)
def test_a_wrong_phrase_is_one_sentence(folder, language, sentence):
    """Refused with 1; nothing is said about the notebook, and the phrase is not repeated."""
    ran = carnet(
        "check", folder, "--passphrase-file", "-", "--json", stdin="Kanarivogel\n", language=language
    )
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(sentence)
    assert "Kanarivogel" not in ran.err


def test_a_phrase_that_cannot_be_read_is_said(folder, tmp_path):
    """A file that is not there, a file that is no text, an empty one, nobody to ask."""
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "empty").write_bytes(b"\n")
    for name in ("absent", "picture"):
        ran = carnet("check", folder, "--passphrase-file", tmp_path / name)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"The file {name} cannot be read.")
    for words in (["--passphrase-file", tmp_path / "empty"], ["--passphrase-file", "-"]):
        ran = carnet("check", folder, *words)
        assert ran.code == 1
        assert ran.err.startswith("No passphrase was given.")


def test_a_phrase_file_of_another_system_is_read(folder, tmp_path):
    """A byte-order mark, Windows line ends and lines below do not belong to the phrase."""
    (tmp_path / "phrase.txt").write_bytes(b"\xef\xbb\xbf" + PHRASE.encode() + b"\r\nautre ligne\r\n")
    assert carnet("check", folder, "--passphrase-file", tmp_path / "phrase.txt").code == 0


def test_a_folder_of_something_else_is_refused(tmp_path, phrase_file):
    """One sentence, and nothing is written there."""
    (tmp_path / "photos").mkdir()
    ran = carnet("check", tmp_path / "photos", "--passphrase-file", phrase_file)
    assert ran.code == 1
    assert ran.err.startswith("This folder is not a notebook.")
    assert list((tmp_path / "photos").iterdir()) == []
