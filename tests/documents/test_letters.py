"""Letters and labels on paper: nothing sticks out, the window shows the address."""

import itertools
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.documents import labels, letter_pdf
from app.documents.labels import LabelSubject
from app.documents.letter_subject import LetterSubject
from app.documents.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from app.documents.window import OPENINGS
from app.i18n import Locale
from app.models.framework import Window
from tests.documents.papers import UNIT, packed, page_texts, run, text
from tests.frameworks.resources import shipped

ADDRESS = ("Sandra Moreira", "Paulo Moreira", "8, rue des Prés", "L-9998 Esch-la-Neuve")
_SPACE = 4  # unseen, at the end of each line
LONG = (
    "Maria Fernanda Aparecida da Conceição Albuquerque de Vasconcelos e Sousa",
    "Zeinab Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Résidence Les Jardins du Grand Moulin, bâtiment C, escalier 12, appartement 1047",
    "c/o famille Weber-Schumacher, 128bis, avenue du Général de Gaulle prolongée",
    "L-9998 Esch-la-Neuve-sur-Alzette-les-Bains",
)
KNOWN = UNIT | {
    "contact.phone": "20 00 00 00", "student.name": "Lina Moreira", "student.class": "5G2",
    "student.school": "Lycée du Moulin", "student.birth": "14/03/2012",
}  # fmt: skip
EVERY = [
    (key, reader, language)
    for key, one in shipped().letters.items()
    for reader in one.readers
    for language in one.languages
]


@dataclass
class Box:
    """Where one stretch of text stands, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def subject(key: str, reader: str = "guardians", language: str = "fr", **changes: object) -> LetterSubject:
    """A letter of the Luxembourg service."""
    letter = shipped().letters[key]
    told: dict[str, object] = {
        "letter": letter,
        "framework": shipped().frameworks["lu-sepas"],
        "text": letter.text.to(reader)[language],  # type: ignore[arg-type]
        "values": KNOWN,
        "address": ADDRESS if letter.addressed else (),
        "reference": "2026-0231",
        "place": "Luxembourg",
    }
    return LetterSubject(**told | changes)  # type: ignore[arg-type]


def boxes(pdf: bytes, page: int = 0) -> list[Box]:
    """Every stretch of text of a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = document[page].get_textpage()
        return [Box(*words.get_rect(at)) for at in range(words.count_rects())]
    finally:
        document.close()


def seen_in(pdf: bytes, window: Window) -> str:
    """What the window shows."""
    opening = OPENINGS[window]
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(
            document[0].get_textpage().get_text_bounded(
                left=opening.left - 2 * mm, right=opening.left + opening.width + 2 * mm,
                top=PAGE_HEIGHT - opening.top + 1, bottom=PAGE_HEIGHT - opening.top - opening.height - 1,
            )
        )  # fmt: skip
    finally:
        document.close()


@pytest.mark.parametrize(("key", "reader", "language"), EVERY)
def test_every_letter_in_every_language(tmp_path: Path, key: str, reader: str, language: str) -> None:
    """One page, everything inside the margins, every word of the letter on it, fonts embedded."""
    one = subject(key, reader, language)
    pdf = letter_pdf.build(one, Locale(language))
    (said,) = page_texts(pdf)
    for word in one.text.replace("{", " {").split():
        if "{" not in word and "}" not in word:
            assert packed(word) in packed(said), word
    assert all(box.left >= MARGIN - 1 and box.right <= PAGE_WIDTH - MARGIN + _SPACE for box in boxes(pdf))
    assert f"L{key[1]} v1" in said
    fonts = run(["pdffonts"], pdf, tmp_path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    assert f"Title:           {one.letter.title[language]}" in run(["pdfinfo"], pdf, tmp_path)
    run(["qpdf", "--check"], pdf, tmp_path)


@pytest.mark.parametrize("window", ["left", "right"])
@pytest.mark.parametrize("address", [ADDRESS, LONG, ("Jo",), ("李 小龙", "مريم 😀")])
def test_the_window_shows_the_address_and_nothing_else(window: Window, address: tuple[str, ...]) -> None:
    """However long it is; what the font lacks leaves a visible gap."""
    pdf = letter_pdf.build(subject("l3-meeting", address=address, window=window), Locale("fr"))
    seen = seen_in(pdf, window)
    for line in address:
        if line.isascii() or line in ADDRESS + LONG:
            assert packed(line) in packed(seen)
    for other in ("SePAS", "Madame", "Demande", "CONFIDENTIEL", "2026-0231"):
        assert other not in seen
    assert all(box.right <= PAGE_WIDTH - MARGIN + _SPACE for box in boxes(pdf))


@pytest.mark.parametrize("window", ["left", "right"])
def test_a_service_with_an_endless_name_hides_nothing(window: Window) -> None:
    """The head pushes the address down rather than standing on it."""
    name = "Service psycho-social et d’accompagnement scolaires du Lycée du Moulin et de ses annexes " * 5
    one = subject("l3-meeting", values=KNOWN | {"unit.name": name}, window=window)
    pdf = letter_pdf.build(one, Locale("fr"))
    assert packed(name) in packed(text(pdf))
    tops = sorted(boxes(pdf), key=lambda box: -box.top)
    assert packed(ADDRESS[0]) in packed(text(pdf))
    for one, other in itertools.pairwise(tops):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or other.top <= one.bottom + 3


def test_a_narrative_goes_on_overleaf_and_the_slip_stays_whole() -> None:
    """30,000 characters: every word is there, the slip on one page."""
    long = "\n\n".join(f"Paragraphe {n} : " + "des mots et encore des mots, " * 40 for n in range(26))
    pdf = letter_pdf.build(subject("l3-meeting", text=long), Locale("fr"))
    pages = page_texts(pdf)
    assert packed(" ".join(pages)).count("desmotsetencoredesmots,") > 26 * 36  # the others are cut by a page
    assert all(f"Paragraphe {n}" in " ".join(pages) for n in range(26))
    slip = [page for page in pages if "Réponse à renvoyer" in page]
    assert len(slip) == 1
    assert "Date et signature" in slip[0]


def test_the_same_letter_is_the_same_bytes() -> None:
    """Preview, file and print input cannot differ."""
    one, locale = subject("l5-consent", address=LONG), Locale("de")
    assert letter_pdf.build(one, locale) == letter_pdf.build(one, locale)


def test_many_letters_count_their_own_pages() -> None:
    """One file; each letter begins at page 1 and stands in its own language."""
    three = [(subject("l1-invitation", language=code), Locale(code)) for code in ("fr", "de", "pt")]
    pages = page_texts(letter_pdf.build_many(three))
    assert ["page 1/1" in pages[0], "Seite 1/1" in pages[1], "página 1/1" in pages[2]] == [True] * 3


def test_making_many_can_be_stopped() -> None:
    """Nothing is left of a batch that was stopped, and the rest is not even read."""
    read = []

    def letters():  # type: ignore[no-untyped-def]
        for n in range(9):
            read.append(n)
            yield subject("l4-no-answer"), Locale("fr")

    assert letter_pdf.build_many(letters(), told=lambda n: n < 3) == b""
    assert len(read) == 3


@pytest.mark.parametrize(
    ("count", "start", "pages"), [(1, 1, 1), (24, 1, 1), (24, 2, 2), (25, 24, 2), (0, 1, 1)]
)
def test_labels_begin_where_the_sheet_is_still_whole(count: int, start: int, pages: int) -> None:
    """24 a sheet, the first one on the place that was named."""
    addresses = tuple((f"Famille {n:02}", "8, rue des Prés", "L-9998 Esch") for n in range(count))
    said = page_texts(labels.build(LabelSubject(addresses=addresses, start=start), Locale("fr")))
    assert len(said) == pages
    assert "".join(said).count("Famille") == count


@pytest.mark.parametrize("start", range(1, 25))
def test_a_label_stays_on_its_label(start: int) -> None:
    """An overlong address shrinks and breaks: nothing is lost and nothing reaches the neighbour."""
    pdf = labels.build(LabelSubject(addresses=(LONG,), start=start), Locale("fr"))
    for line in LONG:
        assert packed(line) in packed(text(pdf))
    column, row = (start - 1) % 3, (start - 1) // 3
    top = PAGE_HEIGHT - 0.5 * mm - row * 37 * mm
    for box in boxes(pdf):
        assert column * 70 * mm + 4 * mm <= box.left
        assert box.right <= (column + 1) * 70 * mm - 4 * mm
        assert top - 37 * mm + 3 * mm <= box.bottom
        assert box.top <= top - 3 * mm
