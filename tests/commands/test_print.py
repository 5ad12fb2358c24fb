"""`carnet print`."""

import hashlib

import pypdfium2
import pytest

from app.storage.notebook import Notebook
from tests.builders import PHRASE
from tests.commands.running import carnet


@pytest.fixture
def print_paper(folder, phrase_file, tmp_path):
    """Run `print` on the notebook."""

    def run(*words, language="fr", to=tmp_path / "paper.pdf"):
        return carnet("print", folder, "--passphrase-file", phrase_file, "-o", to, *words, language=language)

    return run


def words_of(path):
    """The text of a PDF."""
    paper = pypdfium2.PdfDocument(path)
    return " ".join(page.get_textpage().get_text_range() for page in paper)


def ledger(folder):
    """What the notebook says has left."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    lines = notebook.disclosures.list()
    notebook.close()
    return lines


def test_a_filled_paper_is_written_and_noted(referral, folder, print_paper, tmp_path):
    """By its case reference; the ledger says what left, to whom, on what ground, in which language."""
    ran = print_paper("--form", "f4-referral", "--record", "2026-0001", "--ground", "AGREEMENT")
    assert (ran.code, ran.out) == (0, "")
    assert str(tmp_path / "paper.pdf") in ran.err
    text = words_of(tmp_path / "paper.pdf")
    assert "Fiche de liaison" in text
    assert "Inês Da Costa" in text
    assert "Tilleuls" in text
    (line,) = ledger(folder)
    assert (line.means, line.recipient, line.ground, line.language) == (
        "saved", "Centre de consultation Les Tilleuls", "AGREEMENT", "fr",
    )  # fmt: skip
    assert line.record_id == referral.id


def test_a_paper_in_another_language_than_the_notebook(referral, folder, print_paper, tmp_path):
    """The paper speaks the language asked for; a sheet is found by the beginning of its identifier."""
    ran = print_paper(
        "--form", "f4-referral", "--record", referral.id[:8], "--to", "École des Prés", language="en"
    )
    assert ran.code == 0
    assert "Referral form" in words_of(tmp_path / "paper.pdf")
    (line,) = ledger(folder)
    assert (line.recipient, line.language) == ("École des Prés", "en")


@pytest.mark.parametrize("form", ["f1-interview", "f4-referral"])
def test_a_blank_paper_names_nobody_and_is_not_noted(referral, folder, print_paper, tmp_path, form):
    """To be written on by hand: the service's head, no student, no line in the ledger."""
    assert print_paper("--form", form, "--blank").code == 0
    text = words_of(tmp_path / "paper.pdf")
    assert "SePAS du Lycée du Moulin" in text
    assert "Costa" not in text
    assert ledger(folder) == []


def test_a_file_is_replaced_only_when_asked(print_paper, tmp_path):
    """What lies there stays, unless it is said that it may go."""
    (tmp_path / "paper.pdf").write_bytes(b"mine")
    ran = print_paper("--form", "f4-referral", "--blank", language="en")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("The file paper.pdf is there already.")
    assert (tmp_path / "paper.pdf").read_bytes() == b"mine"
    assert print_paper("--form", "f4-referral", "--blank", "--force").code == 0
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--form", "xx", "--blank"), 1, "There is no form “xx”."),
        (
            ("--form", "f4-referral", "--record", "2026-0009"),
            1,
            "There is no sheet “2026-0009” in this notebook.",
        ),
        (("--form", "f4-referral", "--record", "a"), 1, "There is no sheet “a” in this notebook."),
        (("--form", "f1-interview", "--record", "2026-0001"), 1, "There is no sheet “2026-0001”"),
        (
            ("--form", "f4-referral", "--blank", "--ground", "X"),
            2,
            "There is no ground of that code. There are: ",
        ),
    ],
)
def test_what_is_not_there_is_said(referral, print_paper, tmp_path, words, code, sentence):
    """Unknown forms, sheets and grounds: one sentence, no file."""
    ran = print_paper(*words, language="en")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(sentence)
    assert not (tmp_path / "paper.pdf").exists()


def test_a_paper_that_cannot_be_written_is_not_noted(referral, folder, print_paper, tmp_path):
    """Where the file cannot be made nothing is said to have left."""
    before = hashlib.sha256((folder / "notebook.db").read_bytes()).digest()
    ran = print_paper("--form", "f4-referral", "--record", "2026-0001", to=tmp_path / "absent" / "paper.pdf")
    assert ran.code == 1
    assert ran.err.startswith("Le fichier n’a pas pu être écrit")
    assert ledger(folder) == []
    assert hashlib.sha256((folder / "notebook.db").read_bytes()).digest() == before


def test_a_note_of_nobody_does_not_leave(folder, notebook, library, print_paper, tmp_path):
    """An unfiled note is refused."""
    from tests import builders

    sheet = builders.finished(notebook, library)
    notebook.close()
    ran = print_paper("--form", "f1-interview", "--record", sheet.record.id[:10], language="en")
    assert ran.code == 1
    assert ran.err.startswith("This note belongs to no student yet")
    assert not (tmp_path / "paper.pdf").exists()
