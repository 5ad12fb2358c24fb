"""`carnet import-roster` without a window."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.storage.notebook import Notebook
from tests.builders import PHRASE, case

SAMPLES = Path(__file__).parents[1] / "samples" / "rosters"


@pytest.fixture
def phrase_file(tmp_path: Path) -> str:
    file = tmp_path / "phrase.txt"
    file.write_text(PHRASE + "\n", "utf-8")
    return str(file)


def run(*words: Any) -> int:
    return main(["import-roster", *map(str, words), "--lang", "en"])


def students_in(folder: Path) -> int:
    notebook = Notebook.open(folder, passphrase=PHRASE)
    try:
        return notebook.students.count()
    finally:
        notebook.close()


def test_a_list_is_brought_in_and_reported(
    folder: Path, phrase_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """First all new, then all known; every line that was not taken has its number and its reason."""
    words = (folder, SAMPLES / "webuntis.txt", "--passphrase-file", phrase_file, "--json")
    assert run(*words) == 0
    left = {"line": 10, "reason": "This student has left the school."}
    assert json.loads(capsys.readouterr().out) == {"new": 9, "known": 0, "doubtful": 0, "rejected": [left]}
    assert run(*words) == 0
    assert json.loads(capsys.readouterr().out) == {"new": 0, "known": 9, "doubtful": 0, "rejected": [left]}
    assert students_in(folder) == 9


def test_a_preview_writes_nothing(folder: Path, phrase_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is the same, the notebook is empty as before; in words, no name is printed."""
    assert run(folder, SAMPLES / "broken-lines.csv", "--passphrase-file", phrase_file, "--preview") == 0
    said = capsys.readouterr().err
    assert "3 new students" in said
    assert "Line 5: The birth date is not a possible date." in said
    assert "Garnier" not in said
    assert students_in(folder) == 0


def test_columns_can_be_said(
    folder: Path, phrase_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--map` names what Carnet does not know, and is remembered for the next list."""
    odd = tmp_path / "odd.csv"
    odd.write_text("A;B;Classe\nMia;Haas;5G2\n", "utf-8")
    words = (folder, odd, "--passphrase-file", phrase_file)
    assert run(*words) == 1
    assert "Say which column is the family name" in capsys.readouterr().err
    assert run(*words, "--map", "A=given_name", "--map", "B=family_name") == 0
    assert run(*words, "--json") == 0
    assert json.loads(capsys.readouterr().out)["known"] == 1


def test_wrong_usage_is_told_from_a_refusal(
    folder: Path, phrase_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """2 for a column or field that is not there, 1 and one sentence for a file or phrase that will not do."""
    sample = SAMPLES / "webuntis.txt"
    assert run(folder, sample, "--passphrase-file", phrase_file, "--map", "Nom=family_name") == 2
    with pytest.raises(SystemExit) as usage:
        run(folder, sample, "--passphrase-file", phrase_file, "--map", "longName=surname")
    assert usage.value.code == 2
    assert run(folder, tmp_path / "nowhere.csv", "--passphrase-file", phrase_file) == 1
    assert run(folder, sample, "--passphrase-file", tmp_path / "nowhere.txt") == 1
    capsys.readouterr()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("une autre phrase\n", "utf-8")
    assert run(folder, sample, "--passphrase-file", wrong) == 1
    assert capsys.readouterr().err.startswith("This is not the right phrase.")
    assert students_in(folder) == 0


def test_the_phrase_comes_from_standard_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` reads it there, so that it stands neither on the command line nor in a file."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PHRASE}\n".encode())))
    assert run(folder, SAMPLES / "twins.csv", "--passphrase-file", "-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["new"] == 3


def test_a_zip_of_siecle_is_brought_in(
    folder: Path, phrase_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the school office hands it over; in words, the one who has left is told by number only."""
    words = (folder, SAMPLES / "elevessansadresses.zip", "--passphrase-file", phrase_file)
    assert run(*words) == 0
    said = capsys.readouterr().err
    assert "7 new students" in said
    assert "Line 6: This student has left the school." in said
    assert run(*words, "--json") == 0
    assert json.loads(capsys.readouterr().out)["known"] == 7


def test_guardians_are_brought_in_for_open_cases(
    folder: Path, phrase_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same command knows the file; a preview writes nothing, the second time they are known."""
    assert run(folder, SAMPLES / "elevessansadresses.xml", "--passphrase-file", phrase_file) == 0
    notebook = Notebook.open(folder, passphrase=PHRASE)
    maelle = next(one for one in notebook.students.list() if one.given_name == "Maëlle")
    with notebook.change():
        notebook.cases.save(case(maelle.id))
    notebook.close()
    words = (folder, SAMPLES / "responsablesavecadresses.xml", "--passphrase-file", phrase_file)
    capsys.readouterr()
    assert run(*words, "--preview") == 0
    said = capsys.readouterr().err
    assert "2 new guardians" in said
    assert "ROCHEBRUNE" not in said
    for new, known in ((2, 0), (0, 2)):
        assert run(*words, "--json") == 0
        report = {"new": new, "known": known, "doubtful": 0, "rejected": []}
        assert json.loads(capsys.readouterr().out) == report
    assert run(*words, "--map", "NOM=family_name") == 2


def test_a_file_that_is_no_list_is_refused(
    folder: Path, phrase_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1, and the sentence of that kind of file."""
    paper = tmp_path / "list.csv"
    paper.write_bytes(b"%PDF-1.7\n")
    assert run(folder, paper, "--passphrase-file", phrase_file) == 1
    assert capsys.readouterr().err.startswith("This file is a PDF, not a class list.")
