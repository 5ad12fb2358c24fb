"""The recovery sheet on paper: one page, everything on it, nobody named."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from app.documents import recovery_sheet
from app.documents.recovery_subject import RecoverySheet
from app.i18n import Locale

GROUPS = ["01230", "4567M", "89AB9", "CDEFS", "GHJKJ", "MNPQ6", "RSTVV", "WXYZ3"]
SHEET = RecoverySheet(groups=GROUPS, notebook="3f2a91c0", day=date(2026, 11, 12))
SAID = {
    "fr": ("Feuille de secours", "enveloppe fermée", "12 novembre 2026", "J’ai le code de secours"),
    "de": ("Notfallblatt", "verschlossenen Umschlag", "12. November 2026", "Ich habe den Notfallcode"),
    "en": ("Recovery sheet", "closed envelope", "12 November 2026", "I have the recovery code"),
}


def told(program: list[str], pdf: bytes, tmp_path: Path) -> str:
    """What a program says of the file."""
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    return subprocess.run([*program, str(file), *(["-"] if "text" in program[0] else [])],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_everything_stands_on_one_page(language: str, tmp_path: Path) -> None:
    """The eight groups in order, the notebook, the day, how to use it and where to keep it."""
    pdf = recovery_sheet.build(SHEET, Locale(language))
    text = told(["pdftotext", "-layout"], pdf, tmp_path)
    assert re.findall(r"\b(?:{})\b".format("|".join(GROUPS)), text) == GROUPS
    assert "3f2a 91c0" in text
    words = " ".join(text.split())
    assert all(said in words for said in SAID[language])
    assert "Pages:           1" in told(["pdfinfo"], pdf, tmp_path)


@pytest.mark.parametrize("language", SAID)
def test_every_font_is_embedded(language: str, tmp_path: Path) -> None:
    """The sheet prints the same on any printer."""
    fonts = told(["pdffonts"], recovery_sheet.build(SHEET, Locale(language)), tmp_path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), fonts


def test_the_same_sheet_is_the_same_file() -> None:
    """Preview, file and printer get the same bytes."""
    assert recovery_sheet.build(SHEET, Locale("fr")) == recovery_sheet.build(SHEET, Locale("fr"))


def test_another_code_is_another_square(tmp_path: Path) -> None:
    """The square is that of this code."""
    other = RecoverySheet(groups=GROUPS[::-1], notebook="3f2a91c0", day=SHEET.day)
    one, two = (recovery_sheet.build(sheet, Locale("fr")) for sheet in (SHEET, other))
    assert _pixels(one, tmp_path) != _pixels(two, tmp_path)


def test_the_sheet_is_shown_nowhere_by_accident() -> None:
    """Turned into text it says nothing of the code."""
    assert not any(group in f"{SHEET} {SHEET!r}" for group in GROUPS)


def _pixels(pdf: bytes, tmp_path: Path) -> bytes:
    """Only the square, at a resolution that shows its fields."""
    file = tmp_path / "square.pdf"
    file.write_bytes(pdf)
    area = ["-x", "110", "-y", "520", "-W", "240", "-H", "240"]
    done = subprocess.run(["pdftoppm", "-r", "150", *area, str(file)], capture_output=True, check=True)
    return done.stdout
