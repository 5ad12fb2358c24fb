"""Where things stand on paper: words in the middle of their row, room to sign, no page left half empty."""

from app.documents.closing import signatures
from app.documents.composition import Composition
from app.documents.layout import pages
from app.documents.row import Row
from app.documents.sections import rows
from app.documents.slab import Ink, Rule
from app.documents.style import BLANK_STYLES, MARGIN, PAGE_HEIGHT, STYLES
from app.i18n import Locale
from app.models.form import Column, Question
from tests.documents.papers import form_of, page_texts, paper, shipped_form, subject
from tests.documents.test_every_form import asked_by


def word_in(row: Row) -> tuple[float, float]:
    """The middle of the first letter of a row's first words, and of the row."""
    down = row.pad
    for piece in next(cell for cell in row.cells if cell.says_something and not cell.shaded).slabs:
        for mark in piece.marks:
            if isinstance(mark, Ink):
                return down + piece.baseline - 0.35 * mark.size, row.height / 2
        down += piece.height
    raise AssertionError("no words in it")


def test_what_a_row_begins_with_stands_in_its_middle() -> None:
    """On blank paper, at any size, the pieces asked for do not hang from the line above them."""
    form = asked_by("f8-mdph")
    for style in BLANK_STYLES:
        composition = Composition(subject=subject(form, None), locale=Locale("fr"), style=style)
        body = [row for row in rows(composition=composition) if row.part == "body"]
        begun = [row for row in body if any(cell.says_something for cell in row.cells[1:])]
        assert len(begun) == 6
        for row in begun:
            word, middle = word_in(row)
            assert abs(word - middle) < 1.5
        empty = next(row for row in body if row not in begun)
        assert abs(begun[0].height - empty.height) < 0.01


def test_who_signs_beside_another_signs_on_the_same_line() -> None:
    """Where one label is too long to stand before its line, all stand above theirs, with room for a hand."""
    labels = ("Elternteil", "Anderer Elternteil oder Erziehungsberechtigte", "Dienst")
    asked = [Question(key=f"q{at}", kind="signature", label={"de": label}) for at, label in enumerate(labels)]
    composition = Composition(
        subject=subject(asked_by("f8-mdph"), None), locale=Locale("de"), style=STYLES[0]
    )
    (row,) = signatures(questions=asked, composition=composition)
    lines, starts = [], set()
    for cell in row.cells:
        (at,) = (at for at, piece in enumerate(cell.slabs) if any(isinstance(m, Rule) for m in piece.marks))
        starts.add(next(mark.x for mark in cell.slabs[at].marks if isinstance(mark, Rule)))
        lines.append(cell.slabs[at].baseline)
    assert starts == {0.0}
    assert min(lines) > 14


def test_a_long_table_does_not_leave_a_page_half_empty() -> None:
    """Few rows of many words begin on the page where there is room for one of them."""
    domains = [
        {"domain": code, "state": "Rien à signaler. " * 20}
        for code in ("LIF-FAM", "LIF-LOG", "LIF-RES", "LIF-MOB")
    ]
    pdf = paper(shipped_form("n07-life-situation"), {"date": "2026-11-12", "domains": domains})
    first = page_texts(pdf)[0]
    assert "logement" in first


def test_a_table_that_opens_a_page_says_its_number() -> None:
    """One that goes on with the point above has no number beside it, but overleaf it has."""
    words = {"fr": "Récit"}
    form = form_of(
        Question(key="told", kind="long_text", label=words, number=7),
        Question(
            key="people",
            kind="table",
            label={"fr": "Parents"},
            columns=[Column(key="who", kind="text", label={"fr": "Nom"})],
        ),
    )
    composition = Composition(
        subject=subject(form, {"told": "Une ligne de plus.\n" * 52, "people": [{"who": "Rui Alves"}] * 3}),
        locale=Locale("fr"), style=STYLES[0],
    )  # fmt: skip
    first, second = pages(rows(composition=composition), room=PAGE_HEIGHT - 2 * MARGIN)
    assert first[-1].row.cells[0].says_something  # the account fills the page
    opening = second[0].row
    assert [mark.text for mark in opening.cells[1].slabs[0].marks if isinstance(mark, Ink)] == ["Parents"]
    assert [mark.text for mark in opening.cells[0].slabs[0].marks if isinstance(mark, Ink)] == ["7"]
