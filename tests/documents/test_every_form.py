"""Every shipped form, blank, with the least and to the brim, in three languages: the file and its words."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.documents.composition import Composition
from app.documents.fonts import width
from app.documents.sections import rows
from app.documents.slab import Ink
from app.documents.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, STYLES
from app.frameworks.asked import asked
from app.i18n import Locale
from app.models.form import Form, Question, Values
from tests.documents.filled import NAME, minimal, to_the_brim
from tests.documents.papers import FACTS, aloud, packed, paper, run, subject, text
from tests.frameworks.resources import every_kind, shipped

LANGUAGES = ("fr", "de", "en")
FORMS = {**shipped().forms, "every-kind": every_kind()}
BRIMMING = FACTS | dict.fromkeys(
    ("student.name", "guardians", "partner.service", "partner.person", "practitioner.name", "unit.name",
     "guardians.first", "guardians.second"), NAME,
)  # fmt: skip


def service_of(form: Form) -> str:
    """A service that has this form."""
    return form.frameworks[0] if form.frameworks else "lu-sepas"


def asked_by(key: str) -> Form:
    """The form as that service asks it."""
    form = FORMS[key]
    return form.for_framework(service_of(form))


def papers() -> Iterator[tuple[str, str, str]]:
    """Form, how full, language; the fullest in one language a form, each in turn."""
    for at, key in enumerate(FORMS):
        for language in LANGUAGES:
            yield key, "blank", language
            yield key, "minimal", language
        yield key, "brim", LANGUAGES[at % len(LANGUAGES)]


def values_of(form: Form, fill: str) -> Values | None:
    """What is said on it."""
    return {"blank": None, "minimal": minimal(form), "brim": to_the_brim(form)}[fill]


def made(key: str, fill: str, language: str) -> bytes:
    """The file."""
    form = asked_by(key)
    framework = shipped().frameworks[service_of(form)]
    more = {"facts": BRIMMING} if fill == "brim" else {}
    return paper(form, values_of(form, fill), language, framework=framework, **more)


def printed(form: Form, values: Values | None) -> list[Question]:
    """The questions whose words stand on it, in the order of paper."""
    shown = {ask.key for ask in asked(form=form, values=values, facts=None if values is None else FACTS)}
    placed = [ask for section in form.printed_sections for ask in section.questions]
    return [
        ask
        for ask in placed
        if ask.prints
        and ask.key in shown
        and (values is None or ask.kind in ("signature", "mention") or values.get(ask.key))
        and ask.kind != "partner"
    ]


every = pytest.mark.parametrize(("key", "fill", "language"), list(papers()))


@every
def test_the_paper_is_sound_and_in_the_order_of_the_form(
    key: str, fill: str, language: str, tmp_path: Path
) -> None:
    """Strict readers are content, every font is inside, title and language are set, labels in their order."""
    form, pdf = asked_by(key), made(key, fill, language)
    if shutil.which("qpdf"):
        assert "No syntax or stream encoding errors" in run(["qpdf", "--check"], pdf, tmp_path)
    if shutil.which("pdffonts"):
        for line in run(["pdffonts"], pdf, tmp_path).splitlines()[2:]:
            assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
    locale = Locale(language)
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_dict()["Title"] == locale.words(form.title)
    document.close()
    assert f"/Lang ({language})".encode() in pdf
    found, place = packed(text(pdf)), 0
    for question in printed(form, values_of(form, fill)):
        label = packed(locale.words(question.label))
        assert label in found[place:], f"{question.key} is not where the form has it"
        place = found.index(label, place) + len(label)


@pytest.mark.parametrize("key", FORMS)
def test_nothing_is_written_over_its_edge(key: str) -> None:
    """To the brim: each line of text ends inside its cell, each letter inside the margins of the page."""
    form = asked_by(key)
    told = subject(form, to_the_brim(form), facts=BRIMMING)
    composition = Composition(subject=told, locale=Locale("de"), style=STYLES[0])
    over = [
        mark.text
        for row in rows(composition=composition)
        for cell in row.cells
        for slab in (*cell.slabs, *cell.again)
        for mark in slab.marks
        if isinstance(mark, Ink) and mark.x + width(mark.text, mark.hand, mark.size) > cell.width + 0.5
    ]
    assert over == []
    document = pypdfium2.PdfDocument(paper(form, to_the_brim(form), "de", facts=BRIMMING))
    for page in document:
        words = page.get_textpage()
        for at in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(at)
            assert left >= MARGIN - 1
            assert right <= PAGE_WIDTH - MARGIN + 1
            assert bottom >= 8 * mm
            assert top <= PAGE_HEIGHT - 8 * mm
    document.close()


def names_the_student(form: Form) -> bool:
    """Whether it is about somebody by name."""
    return any(ask.source == "student.name" and ask.prints and ask.kind == "fact" for ask in form.questions)


@pytest.mark.parametrize("key", [key for key in FORMS if names_the_student(asked_by(key))])
def test_a_very_long_name_is_whole(key: str) -> None:
    """Sixty letters, accents on letters that have none elsewhere, another script, a face: nothing is cut."""
    form = asked_by(key)
    found = packed(aloud(paper(form, minimal(form), facts=BRIMMING)))
    assert packed(NAME) in found
    assert "□" not in found
