"""The file itself: fonts, metadata, pages, the same bytes each time."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from app.i18n import Locale
from app.models.form import Form, Question, Values
from tests.documents.papers import (
    INTERVIEW,
    PUPIL,
    REFERENCE,
    REFERRAL,
    form_of,
    margins,
    packed,
    page_texts,
    paper,
    run,
    shipped_form,
    text,
)
from tests.frameworks.resources import every_kind, shipped

LANGUAGES = ["fr", "de", "en", "lb", "pt"]
PAPERS = {
    "referral": (shipped_form("f4-referral"), REFERRAL),
    "blank referral": (shipped_form("f4-referral"), None),
    "interview": (shipped_form("f1-interview"), INTERVIEW),
    "blank interview": (shipped_form("f1-interview"), None),
    "blank sheet of every kind": (every_kind(), None),
}
SPEECH = {
    "fr": "Où êtes-vous\u202f? L’œuvre naïve coûte 12\u00a0€… – ÀÇÉŸŒ «\u00a0oui\u00a0»",
    "de": "„Größe“ – Fußgängerübergänge, ÄÖÜ ß",
    "lb": "„Dësen Alldag“, wëll d’Schüler fréi schaffen…",
    "pt": "«Não há solução», pôs à mãe; ÃÕÇ",
}
both = pytest.mark.parametrize(("form", "values"), PAPERS.values(), ids=PAPERS.keys())


def story(words: int) -> str:
    """So many different words."""
    return " ".join(f"mot{number}" for number in range(words))


@both
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded(form: Form, values: Values | None, language: str, tmp_path: Path) -> None:
    """The paper looks the same on every computer: no font is left to the printer."""
    fonts = run(["pdffonts"], paper(form, values, language), tmp_path).splitlines()[2:]
    assert fonts
    for line in fonts:
        name, embedded, subset, mapped = line.split()[0], *line.split()[-5:-2]
        assert name.split("+")[1].startswith("Source")
        assert (embedded, subset, mapped) == ("yes", "yes", "yes"), line


@both
def test_the_file_is_sound(form: Form, values: Values | None, tmp_path: Path) -> None:
    """A strict reader finds nothing to complain about."""
    said = run(["qpdf", "--check"], paper(form, values), tmp_path)
    assert "No syntax or stream encoding errors found" in said


@both
def test_the_same_paper_is_the_same_file(form: Form, values: Values | None) -> None:
    """Preview, saved file and print are the same bytes."""
    assert paper(form, values) == paper(form, values)


def test_another_run_of_the_program_makes_the_same_file() -> None:
    """Nothing of the clock, of chance or of earlier papers is in the file."""
    asked = (
        "import hashlib; from tests.documents.papers import *; "
        "print(hashlib.sha256(paper(shipped_form('f4-referral'), REFERRAL)).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    ours = hashlib.sha256(paper(shipped_form("f4-referral"), REFERRAL)).hexdigest()
    assert done.stdout.strip() == ours


@pytest.mark.parametrize("language", ["fr", "de"])
def test_the_file_says_what_it_is_and_not_whom_it_is_about(language: str) -> None:
    """Title, language and program are in the properties; no name is."""
    form = shipped_form("f4-referral")
    pdf = paper(form, REFERRAL, language)
    document = pypdfium2.PdfDocument(pdf)
    properties = document.get_metadata_dict()
    document.close()
    assert properties["Title"] == form.title[language]
    assert properties["Author"] == "Carnet"
    assert f"/Lang ({language})".encode() in pdf
    assert not any("Moreira" in said or "Weber" in said or REFERENCE in said for said in properties.values())


def test_every_page_carries_reference_count_and_version_and_no_name() -> None:
    """A page that falls out of the folder finds its way back without telling whose it is."""
    form = shipped_form("f4-referral")
    pdf = paper(form, REFERRAL | {"reason": story(900)}, "en")
    found = margins(pdf)
    assert len(found) > 2
    for number, margin in enumerate(found, start=1):
        assert f"{REFERENCE} · page {number}/{len(found)} · F4 v{form.version}" in margin
        assert shipped().frameworks["lu-sepas"].secrecy_mention["en"] in margin
        assert not {"Moreira", "Lina"} & set(margin.split())


def test_every_page_of_a_confidential_paper_says_so() -> None:
    """So does no page of one that is not."""
    question = Question(key="told", kind="long_text", label={"fr": "Récit"})
    form = form_of(question)
    word = Locale("fr").text("CONFIDENTIAL")
    assert all(word in page for page in page_texts(paper(form, {"told": story(3000)})))
    open_form = Form(
        **{name: getattr(form, name) for name in form.__struct_fields__} | {"confidential": False}
    )
    assert word not in text(paper(open_form, {"told": story(3000)}))


def test_blank_paper_has_room_for_the_reference() -> None:
    """Nothing of a case is on blank paper, in the margin neither."""
    pdf = paper(shipped_form("f4-referral"), None, "en")
    assert REFERENCE not in text(pdf)
    assert PUPIL not in text(pdf)
    assert margins(pdf)[0].endswith("page 1/2 · F4 v2")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper_name", ["referral", "interview"])
def test_ordinary_content_fits_one_sheet(paper_name: str, language: str) -> None:
    """A referral and an interview record of ordinary length are one page each, in every language."""
    form, values = PAPERS[paper_name]
    assert len(page_texts(paper(form, values, language))) == 1


@pytest.mark.parametrize("language", SPEECH)
def test_accents_come_back_as_they_were_written(language: str) -> None:
    """Text can be searched, copied and read aloud in the four languages."""
    form = form_of(
        Question(key="told", kind="long_text", label={"fr": "Récit"}),
        Question(key="quoted", kind="quotation", label={"fr": "Paroles"}),
    )
    found = packed(text(paper(form, {"told": SPEECH[language], "quoted": SPEECH[language]}, language)))
    assert found.count(packed(SPEECH[language])) == 2


def test_what_no_font_writes_is_shown_as_missing() -> None:
    """A script nobody here writes or a control character stops no printer and hides nothing."""
    form = form_of(Question(key="told", kind="text", label={"fr": "Récit"}))
    assert "avant□après" in packed(text(paper(form, {"told": "avant ស\x00\x07 après"})))
    assert "[□□]" in text(paper(form, {"told": "[សខ]"}))


def test_ten_pages_of_text_lose_no_word() -> None:
    """A very long answer goes on from page to page, in order, under its label."""
    form = form_of(
        Question(key="told", kind="long_text", label={"fr": "Récit"}, number=4),
        Question(key="after", kind="text", label={"fr": "Suite"}),
    )
    pages = page_texts(paper(form, {"told": story(5000), "after": "fin"}))
    assert len(pages) >= 10
    words = [word for page in pages for word in page.split() if word.startswith("mot")]
    assert words == story(5000).split()
    label = Locale("fr").text("{label} (continued)", label="Récit")
    assert all(label in page for page in pages[1:])


def test_a_label_is_never_alone_at_the_foot_of_a_page() -> None:
    """Wherever the page ends, some of the answer stands beside its label."""
    first = Question(key="first", kind="long_text", label={"fr": "Premier"})
    second = Question(key="second", kind="long_text", label={"fr": "Deuxième"})
    for lines in range(44, 56):
        told = {"first": "\n".join(["ligne"] * lines), "second": story(60)}
        pages = page_texts(paper(form_of(first, second), told))
        beside = next(page for page in pages if "Deuxième" in page)
        assert "mot0 " in beside
        assert "mot10 " in beside


def test_no_colour_is_used() -> None:
    """An old laser printer prints it as it is meant."""
    document = pypdfium2.PdfDocument(paper(shipped_form("f4-referral"), REFERRAL))
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(1 << 20))
