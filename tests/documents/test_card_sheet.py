"""A card on paper: one page with everything on it, and a square that reads as the card's text."""

import io
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.documents import card_sheet
from app.documents.card_subject import CardSheet
from app.i18n import Locale

WORDS = ["abaisser", "abandon", "abdiquer", "abeille", "abolir", "aborder", "aboutir", "aboyer"]
CODE = "CARNET-CARD-1:" + "MFRGGZDF" * 96
SHEET = CardSheet(
    name="Claire Aubrin", unit="SePAS du Lycée du Moulin", words=WORDS,
    digits=[f"{n}{n}{n}{n}{n}" for n in range(8)], code=CODE,
)  # fmt: skip
SAID = {
    "fr": ("Carte Carnet", "Ouvrir une carte…", "aucun secret"),
    "de": ("Carnet-Karte", "Karte öffnen…", "kein Geheimnis"),
    "en": ("Carnet card", "Open a card…", "no secret"),
}


def told(program: list[str], pdf: bytes, tmp_path: Path) -> str:
    """What a program says of the file."""
    file = tmp_path / "card.pdf"
    file.write_bytes(pdf)
    return subprocess.run([*program, str(file), *(["-"] if "text" in program[0] else [])],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_everything_stands_on_one_page(language: str, tmp_path: Path) -> None:
    """Whose it is, the words in order, the digits, what to do; in fonts that are inside."""
    pdf = card_sheet.build(SHEET, Locale(language))
    words = " ".join(told(["pdftotext", "-layout"], pdf, tmp_path).split())
    assert "Claire Aubrin SePAS du Lycée du Moulin" in words
    assert " ".join(WORDS) in words
    assert " ".join(SHEET.digits) in words
    assert all(said in words for said in SAID[language])
    assert "Pages:           1" in told(["pdfinfo"], pdf, tmp_path)
    fonts = told(["pdffonts"], pdf, tmp_path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    assert card_sheet.build(SHEET, Locale(language)) == pdf


def test_the_square_as_it_is_printed_reads_as_the_text(tmp_path: Path) -> None:
    """Error correction M; no field narrower than half a millimetre."""
    file = tmp_path / "card.pdf"
    file.write_bytes(card_sheet.build(SHEET, Locale("fr")))
    png = subprocess.run(["pdftoppm", "-r", "150", "-png", str(file)], capture_output=True, check=True).stdout
    (square,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    assert (square.text, square.ec_level) == (CODE, "M")
    corners = square.position
    side = (corners.top_right.x - corners.top_left.x) / 150 * 25.4
    assert 105 < side < 115
    assert side / 97 > 0.5


def test_long_names_leave_the_square_whole(tmp_path: Path) -> None:
    """Several lines of name and service push the rest down and not off the page."""
    long = CardSheet(
        name="Claire-Anne Aubrin de la Fontaine " * 4, unit="Service psycho-social et d’accompagnement " * 4,
        words=WORDS, digits=SHEET.digits, code=CODE,
    )  # fmt: skip
    file = tmp_path / "card.pdf"
    file.write_bytes(card_sheet.build(long, Locale("fr")))
    png = subprocess.run(["pdftoppm", "-r", "100", "-png", str(file)], capture_output=True, check=True).stdout
    (square,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    assert square.text == CODE
    assert "vive voix" in " ".join(told(["pdftotext"], file.read_bytes(), tmp_path).split())


def test_the_card_on_paper_is_shown_nowhere_by_accident() -> None:
    """Turned into text it names nobody."""
    assert "Aubrin" not in f"{SHEET} {SHEET!r}"
