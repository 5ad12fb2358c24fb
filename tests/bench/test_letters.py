"""500 letters in one file, and the memory they take."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.documents import letter_pdf, wrapping
from app.documents.fonts import Hand, ready
from app.documents.letter_subject import LetterSubject
from app.i18n import Locale
from tests.bench.ledger import Ledger, in_turn
from tests.bench.test_paper import _STROKES, Calls, _fonts, _hearing
from tests.documents.test_letters import KNOWN, subject

_LETTERS = 500
_LANGUAGES = ("fr", "de", "pt")


def letters(count: int = _LETTERS) -> Iterator[tuple[LetterSubject, Locale]]:
    """Invitations to as many families, in three languages."""
    locales = [Locale(code) for code in _LANGUAGES]
    for n in range(count):
        locale = locales[n % len(locales)]
        values = KNOWN | {"student.name": f"Lina Moreira-{n}", "day": "19/11/2026", "time": "14:30"}
        yield subject("l1-invitation", language=locale.code, values=values), locale


@pytest.fixture(scope="module")
def calls() -> Calls:
    """Every stroke and every text wrapped of all of them, as the canvas is asked for them."""
    heard: Calls = []
    plain = wrapping._paragraph

    def wrap(text: str, hand: Hand, size: float, room: float, indent: float) -> list[str]:
        heard.append(("simpleSplit", [text, ready(hand), size, room]))
        return plain(text, hand, size, room, indent)

    with pytest.MonkeyPatch.context() as patched:
        for name in _STROKES:
            patched.setattr(Canvas, name, _hearing(name, getattr(Canvas, name), heard))
        patched.setattr(wrapping, "_paragraph", wrap)
        letter_pdf.build_many(letters())
    assert sum(name == "showPage" for name, _ in heard) == _LETTERS
    return heard


def test_500_letters(ledger: Ledger, calls: Calls) -> None:
    """Laid out, drawn and told apart for a reader, against wrapping and drawing the same on a bare canvas."""

    def bare() -> None:
        canvas: Any = Canvas(
            BytesIO(), pagesize=(595.27, 841.89), pageCompression=1, initialFontName=_fonts(calls)[0]
        )
        for name, arguments in calls:
            if name == "simpleSplit":
                simpleSplit(*arguments)
            else:
                getattr(canvas, name)(*arguments)
        canvas.save()

    ledger.judge(
        "500 letters, one file", against="one bare reportlab canvas, same content", bound=1.5,
        measure=lambda: in_turn(lambda: letter_pdf.build_many(letters()), bare, rounds=3, warm=1),
    )  # fmt: skip
