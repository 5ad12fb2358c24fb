"""What a screen reader finds in a paper: headings, words in order of reading, the language, nothing else."""

import re
from pathlib import Path

import pytest

from app.documents import labels, letter_pdf
from app.documents.labels import LabelSubject
from app.i18n import Locale
from tests.documents.papers import PUPIL, REFERRAL, margins, packed, paper, run, shipped_form, text
from tests.documents.test_letters import ADDRESS, subject


def structure(pdf: bytes, folder: Path) -> list[tuple[str, str]]:
    """Every stretch as (what it is, its words), in the order in which it is read."""
    told = run(["pdfinfo", "-struct-text"], pdf, folder)
    found = re.findall(r'^ +(\w+) \(block\)\n((?: +".*"\n)*)', told, re.MULTILINE)
    return [(tag, " ".join(re.findall(r'"(.*)"', words))) for tag, words in found]


@pytest.mark.parametrize("language", ["fr", "de", "en", "pt"])
def test_a_letter_is_read_in_order(tmp_path: Path, language: str) -> None:
    """Its subject is the heading; sender, address, subject, text and slip follow each other."""
    one = subject("l5-consent", language=language)
    pdf = letter_pdf.build(one, Locale(language))
    read = structure(pdf, tmp_path)
    assert [words.strip() for tag, words in read if tag == "H1"] == [one.letter.subject[language]]
    assert [tag for tag, _ in read].count("H2") == 1
    whole = " ".join(words for _, words in read)
    order = ["SePAS", ADDRESS[0], one.letter.subject[language], one.text.split()[0], "☐"]
    places = [whole.index(words) for words in order]
    assert places == sorted(places)
    assert re.search(r"Tagged: +yes", run(["pdfinfo"], pdf, tmp_path))


def test_words_of_two_lines_stay_two_words(tmp_path: Path) -> None:
    """Where a line ends a listener hears a space."""
    one = subject("l5-consent", language="de")
    whole = " ".join(words for _, words in structure(letter_pdf.build(one, Locale("de")), tmp_path))
    assert {word for word in one.text.split() if word.isalpha()} <= set(re.findall(r"\w+", whole))


@pytest.mark.parametrize("values", [REFERRAL, None])
def test_a_form_says_everything_in_its_structure(tmp_path: Path, values: dict[str, object] | None) -> None:
    """All that stands on the pages is read, but what stands on each of them."""
    pdf = paper(shipped_form("f4-referral"), values)
    read = structure(pdf, tmp_path)
    whole = packed(" ".join(words for _, words in read))
    (title,) = (words.strip() for tag, words in read if tag == "H1")
    assert title == shipped_form("f4-referral").title["fr"]
    assert (packed(PUPIL) in whole) is (values is not None)
    assert "page1/" not in whole
    foot = " ".join(margins(pdf)).split()
    assert [word for word in text(pdf).split() if packed(word) not in whole and word not in foot] == []
    run(["qpdf", "--check"], pdf, tmp_path)


def test_a_table_is_read_as_a_table(tmp_path: Path) -> None:
    """Rows of cells under the heads of their columns, as many in each row; ranks head their rows."""
    form = shipped_form("f3-plan").for_framework("lu-sepas")
    table = next(ask for ask in form.questions if ask.kind == "table" and ask.ranked)
    rows = [{table.columns[0].key: "Menuiserie"}] * 40
    for values in (None, {table.key: rows}):
        pdf = paper(form, values)
        told = run(["pdfinfo", "-struct-text"], pdf, tmp_path).split("Table (block)")[1].split("(block)")[0]
        first, *others = [
            re.findall(r"^ +(T[HD])\b", row, re.MULTILINE) for row in re.split(r"\bTR\b", told)[1:]
        ]
        assert set(first) == {"TH"}
        assert len(others) == (40 if values else table.lines or 3)
        assert all(row == ["TH", *["TD"] * (len(first) - 1)] for row in others)
        assert told.count("/Scope /Column") == len(first) - 1
        assert told.count("/Scope /Row") == len(others)
        run(["qpdf", "--check"], pdf, tmp_path)


def test_each_letter_of_a_batch_keeps_its_language(tmp_path: Path) -> None:
    """A German letter in the midst of French ones is read in German."""
    three = [(subject("l1-invitation", language=code), Locale(code)) for code in ("fr", "de", "pt")]
    pdf = letter_pdf.build_many(three)
    sections = [part for part in pdf.split(b"endobj") if b"/S /Sect" in part]
    assert [re.findall(rb"/Lang \((\w\w)\)", part) for part in sections] == [[b"fr"], [b"de"], [b"pt"]]


def test_labels_are_read_one_by_one(tmp_path: Path) -> None:
    """Each is a paragraph of its own."""
    pdf = labels.build(LabelSubject(addresses=(ADDRESS, ADDRESS[2:])), Locale("fr"))
    assert [tag for tag, _ in structure(pdf, tmp_path)] == ["P", "P"]
