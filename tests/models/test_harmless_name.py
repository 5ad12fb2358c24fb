"""The name of a file from outside is shown and does nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.harmless_name import LONGEST, harmless_name

NAMES = {
    "../../x": "x",
    "/etc/passwd": "passwd",
    "C:\\Users\\x\\bilan.pdf": "bilan.pdf",
    "C:bilan.pdf": "bilan.pdf",
    "\\\\server\\share\\bilan.pdf": "bilan.pdf",
    "CON": "CON",
    "NUL.txt. ": "NUL.txt",
    "bilan\u202egnp.exe": "bilan\ufffdgnp.exe",
    "a\u2066b\u200bc\u00adc": "a\ufffdb\ufffdc\ufffdc",
    "deux\nlignes\x00.png": "deux\ufffdlignes\ufffd.png",
    "\udce9t\udce9.jpg": "\ufffdt\ufffd.jpg",
    "  trop   d’air .pdf": "trop d’air .pdf",
    "": "?",
    "...": "?",
    "/": "?",
    "bilan e\u0301t\u00e9.pdf": "bilan été.pdf",
}


@pytest.mark.parametrize("name", NAMES)
def test_what_hides_or_leads_away_is_gone(name: str) -> None:
    """Folders, drives, controls, turned directions and broken signs are gone or shown as one mark."""
    assert harmless_name(name) == NAMES[name]


def test_a_name_nobody_reads_to_the_end_is_cut_in_the_middle() -> None:
    """Five thousand letters become one line, and its end still says what kind of file it is."""
    shown = harmless_name("x" * 5000 + ".pdf")
    assert len(shown) <= LONGEST
    assert shown.startswith("xxx")
    assert "…" in shown
    assert shown.endswith(".pdf")
    assert len(harmless_name("x" * 200_000 + ".pdf")) <= LONGEST


def test_marks_piled_on_a_letter_do_not_run_over_the_lines_around() -> None:
    """Two marks stay on a letter, the rest are left out."""
    assert len(harmless_name("e" + "\u0334" * 300 + ".png")) < 12


@given(st.text(max_size=300))
def test_any_name_is_one_short_line(name: str) -> None:
    """Whatever comes, it is short, holds no separator and no control, and can be written."""
    shown = harmless_name(name)
    assert 0 < len(shown) <= LONGEST
    assert "/" not in shown
    assert "\\" not in shown
    assert not [sign for sign in shown if unicodedata.category(sign)[0] == "C"]
    shown.encode("utf-8")
