"""Every shipped form, blank, with the least and to the brim, in three languages: the file and its words."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.documents.composition import Composition
from app.documents.form_pdf import build, build_many
from app.documents.measure import width
from app.documents.sections import rows
from app.documents.slab import Ink
from app.documents.style import BLANK_STYLES, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, STYLES
from app.documents.subject import PaperSubject
from app.frameworks.asked import asked
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.form import Form, Question, Values
from tests.documents.filled import NAME, minimal, to_the_brim
from tests.documents.papers import FACTS, packed, page_texts, run, sections_aloud, streamed, subject
from tests.frameworks.resources import every_kind, shipped

LANGUAGES = ("fr", "de", "en")
IN_WORDS = ("text", "long_text", "date", "time", "money", "person", "number", "duration")
BEGINNING = 20  # letters of an answer: more may go on overleaf, below the next label
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


def values_of(form: Form, fill: str) -> Values | None:
    """What is said on it."""
    match fill:
        case "minimal":
            return minimal(form)
        case "brim":
            return to_the_brim(form, longest=1_000, rows=2)
        case "flood":  # thirty thousand letters, and rows over many pages
            return to_the_brim(form)
    return None


def subject_of(key: str, fill: str) -> PaperSubject:
    """One paper of the form."""
    form = asked_by(key)
    framework = shipped().frameworks[service_of(form)]
    more = {} if fill == "blank" else {"facts": BRIMMING}
    return subject(form, values_of(form, fill), framework=framework, **more)


def printed(form: Form, values: Values | None) -> list[Question]:
    """The questions whose words stand on it, in the order of paper."""
    shown = {ask.key for ask in asked(form=form, values=values, facts=None if values is None else FACTS)}
    sections = [one for one in form.printed_sections if values is None or not one.back]
    placed = [ask for section in sections for ask in section.questions]
    return [
        ask
        for ask in placed
        if ask.prints
        and ask.key in shown
        and (values is None or ask.kind in ("signature", "mention") or values.get(ask.key))
        and ask.kind != "partner"
    ]


@pytest.mark.parametrize("key", FORMS)
def test_every_paper_is_sound_and_in_the_order_of_the_form(key: str, tmp_path: Path) -> None:
    """Blank, with the least and to the brim, in three languages: strict readers are content, every font is
    inside, title and language are set, labels and answers are read in the order of the form, the longest name
    is whole, and no letter stands outside the margins.

    They are in one file, as batches are, so that each reader is asked once and not nine times.
    """
    form, at = asked_by(key), [*FORMS].index(key)
    languages = LANGUAGES[at % 3 :] + LANGUAGES[: at % 3]
    last = "flood" if at % 3 == 0 else "brim"  # a novella for every third form
    told = [(fill, code) for fill in ("blank", "minimal") for code in languages]
    told += [("brim", languages[0]), ("brim", languages[1]), (last, languages[2])]
    papers = [(subject_of(key, fill), Locale(code)) for fill, code in told]
    pdf = build_many(papers)
    sound(pdf, [code for _, code in told], tmp_path)
    assert title(pdf) == Locale(languages[0]).words(form.title)
    inside_the_margins(pdf)
    for words, (one, locale) in zip(papers_in(pdf), papers, strict=True):
        in_order(packed(words), form, one.values, locale)
    heard = papers[2], papers[5]  # for longer ones such a reader takes minutes
    for said, (one, locale) in zip(sections_aloud(build_many(heard)), heard, strict=True):
        in_order(packed(said), form, one.values, locale)
        if one.values is not None and names_the_student(form):
            assert packed(NAME) in packed(said)


def sound(pdf: bytes, languages: list[str], folder: Path) -> None:
    """As strict readers see it; each of its papers says its language."""
    if shutil.which("qpdf"):
        assert "No syntax or stream encoding errors" in run(["qpdf", "--check"], pdf, folder)
    if shutil.which("pdffonts"):
        for line in run(["pdffonts"], pdf, folder).splitlines()[2:]:
            assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
    sections = [part for part in pdf.split(b"endobj") if b"/S /Sect" in part]
    assert [re.findall(rb"/Lang \((\w\w)\)", part)[0].decode() for part in sections] == languages


def papers_in(pdf: bytes) -> list[str]:
    """What each paper of the file says, from its page 1 on; two may share a sheet."""
    papers: list[str] = []
    for page in streamed(pdf):
        feet = [foot.end() for foot in re.finditer(r" 1/\d+ · \S* ?v\d+", page)]
        for start, end in pairwise([0, *feet[:-1], len(page)]):
            if feet:
                papers.append("")
            papers[-1] += f" {page[start:end]}"
    return papers


def title(pdf: bytes) -> str:
    """The one in its properties."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document.get_metadata_dict()["Title"])
    finally:
        document.close()


def in_order(found: str, form: Form, values: Values | None, locale: Locale) -> None:
    """Each label after the one before, and after it the beginning of what was said."""
    place = 0
    for question in printed(form, values):
        label = packed(locale.words(question.label))
        assert label in found[place:], f"{question.key} is not where the form has it"
        place = found.index(label, place) + len(label)
        if values is not None and question.kind in IN_WORDS:
            answer = packed(shown(question=question, value=values[question.key], lists={}, locale=locale))
            assert answer[:BEGINNING] in found[place:], f"{question.key} does not say what was said"
            place = found.index(answer[:BEGINNING], place)


def inside_the_margins(pdf: bytes) -> None:
    """No letter of any page."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        words = page.get_textpage()
        for at in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(at)
            assert left >= MARGIN - 1
            assert right <= PAGE_WIDTH - MARGIN + 1
            assert bottom >= 8 * mm
            assert top <= PAGE_HEIGHT - 8 * mm
    document.close()


@pytest.mark.parametrize("key", FORMS)
def test_nothing_is_written_over_its_edge(key: str) -> None:
    """To the brim: each line of text ends inside its cell."""
    composition = Composition(subject=subject_of(key, "flood"), locale=Locale("de"), style=STYLES[0])
    over = [
        mark.text
        for row in rows(composition=composition)
        for cell in row.cells
        for slab in (*cell.slabs, *cell.again)
        for mark in slab.marks
        if isinstance(mark, Ink) and mark.x + width(mark.text, mark.hand, mark.size) > cell.width + 0.5
    ]
    assert over == []


ONE_PAGE = ("f1-interview", "f10-council", "f15-notice", "f15-notice-student")


@pytest.mark.parametrize("key", ONE_PAGE)
def test_what_is_to_be_one_page_is_one_blank_page(key: str) -> None:
    """In every service that has it and in every language; a pen has at least 5.5 mm for a line."""
    form = FORMS[key]
    for service in form.frameworks or ("lu-sepas", "fr-ssfe"):
        framework = shipped().frameworks[service]
        for language in LANGUAGES:
            blank = subject(form.for_framework(service), None, framework=framework)
            assert len(page_texts(build(blank, Locale(language)))) == 1, (service, language)
    assert min(style.pitch for style in BLANK_STYLES) >= 5.5 * mm


def names_the_student(form: Form) -> bool:
    """Whether it is about somebody by name."""
    return any(ask.source == "student.name" and ask.prints and ask.kind == "fact" for ask in form.questions)
