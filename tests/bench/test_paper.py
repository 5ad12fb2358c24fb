"""The first and the next referral on paper, against a canvas that draws the same words."""

import subprocess
import sys

import pypdfium2
import pytest

from app.documents import form_pdf
from app.frameworks.library import Library
from app.i18n import Locale
from tests.bench.bare_paper import draw
from tests.bench.ledger import Ledger, in_turn
from tests.bench.papers import subject


@pytest.fixture(scope="module")
def words(library: Library) -> list[str]:
    """What the paper says, line by line, for the bare canvas to say too."""
    document = pypdfium2.PdfDocument(form_pdf.build(subject(library), Locale("fr")))
    return [line for page in document for line in page.get_textpage().get_text_range().splitlines()]


def test_next_paper(ledger: Ledger, library: Library, words: list[str]) -> None:
    """One more referral in a program that has printed before."""
    paper, locale = subject(library), Locale("fr")
    ledger.judge(
        "the next referral", against="a warm reportlab canvas with the same words", bound=1.3,
        measure=lambda: in_turn(lambda: form_pdf.build(paper, locale), lambda: draw(words), rounds=30),
    )  # fmt: skip


def test_first_paper(ledger: Ledger, words: list[str]) -> None:
    """The first referral of a process: importing what draws, registering fonts, drawing."""
    ours = (
        "from app import paths; from app.frameworks.library import Library;"
        " from tests.bench.papers import subject;"
        " s = subject(Library.load(paths.resources()))"
    )
    build = "from app.documents import form_pdf; from app.i18n import Locale; form_pdf.build(s, Locale('fr'))"
    ledger.judge(
        "the first referral", against="the same words in bare reportlab", bound=1.2,
        measure=lambda: [
            (_cold(ours, build), _cold("", f"from tests.bench.bare_paper import draw; draw({words!r})"))
            for _ in range(5)
        ],
    )  # fmt: skip


def _cold(prepare: str, work: str) -> float:
    """Milliseconds of `work` in a process of its own, what comes before not counted."""
    timed = f"import time\nbegan = time.perf_counter()\n{work}\nprint((time.perf_counter() - began) * 1000)"
    code = f"{prepare}\n{timed}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(ran.stdout.splitlines()[-1])
