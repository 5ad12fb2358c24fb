"""`carnet demo`."""

import stat
from pathlib import Path

import pytest

from app.storage.notebook import Notebook
from tests.commands.running import carnet
from tests.commands.test_print import words_of


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One demonstration, made once."""
    folder = tmp_path_factory.mktemp("demo") / "here"
    return folder, carnet("demo", folder, "--json", language="fr")


def test_everything_it_reports_is_there(made):
    """JSON names both notebooks, the file with their phrase, the papers, the package and its receipt."""
    folder, ran = made
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {
        "practitioner", "unit", "referral_pdf", "blank_referral_pdf", "package", "acknowledgement", "counts",
    }  # fmt: skip
    assert ran.json["counts"]["students"] == 37
    assert all(ran.json["counts"].values())
    for path in (ran.json["referral_pdf"], ran.json["blank_referral_pdf"]):
        assert Path(path).read_bytes().startswith(b"%PDF-")
    for path in (ran.json["package"], ran.json["acknowledgement"]):
        assert Path(path).read_bytes().startswith(b"age-encryption.org/v1")
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".age") == [
        "passphrase.txt", "practitioner", "practitioner.carnet-card", "referral-blank.pdf", "referral.pdf",
        "unit", "unit.carnet-card",
    ]  # fmt: skip


def test_its_notebook_opens_with_the_phrase_beside_it(made):
    """What it wrote can be used by the other commands, and is whole and marked."""
    folder, ran = made
    report = ran.json["practitioner"]
    checked = carnet("check", report["notebook"], "--passphrase-file", report["passphrase_file"], "--json")
    assert checked.json == {"ok": True, "problems": []}
    phrase = (folder / "passphrase.txt").read_text("utf-8").strip()
    notebook = Notebook.open(folder / "practitioner", passphrase=phrase)
    assert notebook.is_demonstration
    means = [line.means for line in notebook.disclosures.list()]
    assert means.count("saved") == 1
    assert means.count("sent") == len(means) - 1 > 0
    notebook.close()


def test_the_papers_are_twins(made):
    """The filled referral and the blank one are the same form; only one names somebody."""
    folder, _ = made
    filled, blank = words_of(folder / "referral.pdf"), words_of(folder / "referral-blank.pdf")
    assert "Fiche de liaison" in filled
    assert "Fiche de liaison" in blank
    assert "Moreira" in filled
    assert "Moreira" not in blank


def test_only_its_owner_reads_it(made):
    """The notebook and the phrase are private."""
    folder, _ = made
    assert stat.S_IMODE((folder / "practitioner").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "passphrase.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("language", "first", "count"),
    [("fr", "Personnes inventées.", "3 élèves"), ("en", "Invented people only.", "3 students")],
)
def test_it_says_where_everything_lies(tmp_path, language, first, count):
    """In words: what was made and where."""
    ran = carnet("demo", tmp_path / "here", "--students", "3", "--years", "1", language=language)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(first)
    assert count in ran.err
    for path in (tmp_path / "here").iterdir():
        assert str(path) in ran.err
    assert str(tmp_path / "here" / "practitioner") in ran.err


def test_nothing_is_written_over(tmp_path):
    """A folder that holds something is refused and left as it is; so is a file."""
    (tmp_path / "mine.txt").write_text("mine")
    for place in (tmp_path, tmp_path / "mine.txt"):
        ran = carnet("demo", place)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("This folder already holds something.")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("words", [("--students", "0"), ("--years", "-1"), ("--students", "many")])
def test_impossible_numbers_are_wrong_usage(tmp_path, words):
    """Answered with 2, nothing is made."""
    ran = carnet("demo", tmp_path / "here", *words)
    assert ran.code == 2
    assert words[0] in ran.err
    assert not (tmp_path / "here").exists()
