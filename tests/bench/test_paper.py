"""The first referral of a session, and the next one."""

import json
import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.documents import form_pdf, wrapping
from app.documents.fonts import Hand, ready
from app.documents.subject import PaperSubject
from app.i18n import Locale
from tests.architecture.house import ROOT
from tests.bench.ledger import Ledger, Samples, in_turn
from tests.documents.papers import REFERRAL, shipped_form, subject

_ROUNDS = 7
_STROKES = (
    "setFont", "drawString", "line", "setLineWidth", "setFillGray", "rect", "setDash", "setLineCap",
    "showPage",
)  # fmt: skip
Calls = list[tuple[str, list[Any]]]
# Everything an open notebook has loaded is there before the clock starts; reportlab is not
_FIRST = """
import pickle, sys, time
from app.actions.papers import prepare_paper
from app.actions.timeline import tell_timeline
from app.i18n import Locale
subject, locale = pickle.load(open(sys.argv[1], "rb")), Locale("fr")
locale.date(subject.day)
began = time.perf_counter()
from app.documents import form_pdf
pdf = form_pdf.build(subject, locale)
print((time.perf_counter() - began) * 1000, len(pdf))
"""
_BARE_FIRST = """
import json, sys, time
from pathlib import Path
calls, fonts = json.load(open(sys.argv[1])), json.loads(sys.argv[2])
began = time.perf_counter()
from io import BytesIO
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
for name, path in fonts.items():
    pdfmetrics.registerFont(TTFont(name, path))
file = BytesIO()
canvas = Canvas(file, pagesize=(595.27, 841.89), pageCompression=1, initialFontName=next(iter(fonts)))
for name, arguments in calls:
    if name == "simpleSplit":
        simpleSplit(*arguments)
    else:
        getattr(canvas, name)(*arguments)
canvas.save()
print((time.perf_counter() - began) * 1000, len(file.getvalue()))
"""


@pytest.fixture(scope="module")
def referral() -> PaperSubject:
    """A filled referral, as the notebook hands it over."""
    return subject(shipped_form("f4-referral"), REFERRAL)


@pytest.fixture(scope="module")
def calls(referral: PaperSubject) -> Calls:
    """Every stroke and every line of it as the canvas is asked for them, and every text it wraps, once."""
    heard: Calls = []
    wrapped: dict[str, list[Any]] = {}
    plain = wrapping._paragraph

    def wrap(text: str, hand: Hand, size: float, room: float, indent: float) -> list[str]:
        wrapped[text] = [text, ready(hand), size, room]
        return plain(text, hand, size, room, indent)

    with pytest.MonkeyPatch.context() as patched:
        for name in _STROKES:
            patched.setattr(Canvas, name, _hearing(name, getattr(Canvas, name), heard))
        patched.setattr(wrapping, "_paragraph", wrap)
        form_pdf.build(referral, Locale("fr"))
    assert sum(name == "drawString" for name, _ in heard) > 80
    return [*(("simpleSplit", arguments) for arguments in wrapped.values()), *heard]


def _hearing(name: str, plain: Any, heard: Calls) -> Any:
    depth = [0]

    def asked(canvas: Canvas, *arguments: Any, **named: Any) -> Any:
        if not depth[0] and hasattr(canvas, "_code"):
            heard.append((name, [*arguments, *named.values()]))
        depth[0] += 1
        try:
            return plain(canvas, *arguments, **named)
        finally:
            depth[0] -= 1

    return asked


def test_next_referral(ledger: Ledger, referral: PaperSubject, calls: Calls) -> None:
    """Laid out and drawn again, against wrapping and drawing the same once."""
    locale = Locale("fr")

    def bare() -> None:
        canvas = Canvas(
            BytesIO(), pagesize=(595.27, 841.89), pageCompression=1, initialFontName=_fonts(calls)[0]
        )
        for name, arguments in calls:
            if name == "simpleSplit":
                simpleSplit(*arguments)
            else:
                getattr(canvas, name)(*arguments)
        canvas.save()

    ledger.judge(
        "next referral PDF", against="a warm reportlab canvas, same content", bound=1.3,
        measure=lambda: in_turn(lambda: form_pdf.build(referral, locale), bare, rounds=25),
    )  # fmt: skip


def test_first_referral(ledger: Ledger, referral: PaperSubject, calls: Calls, tmp_path: Path) -> None:
    """From the wish to the bytes, in a process that has not printed yet."""
    (tmp_path / "subject").write_bytes(pickle.dumps(referral))
    (tmp_path / "calls").write_text(json.dumps(calls))
    fonts = {name: str(ROOT / "resources" / "fonts" / f"{name}.ttf") for name in _fonts(calls)}

    def measure() -> Samples:
        return [
            (_run(_FIRST, tmp_path / "subject"), _run(_BARE_FIRST, tmp_path / "calls", json.dumps(fonts)))
            for _ in range(_ROUNDS)
        ]

    ledger.judge(
        "first referral PDF", against="a cold reportlab canvas, same content", bound=1.2, measure=measure
    )


def _fonts(calls: Calls) -> list[str]:
    return list(dict.fromkeys(str(arguments[0]) for name, arguments in calls if name == "setFont"))


def _run(program: str, *arguments: object) -> float:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    took, size = done.stdout.split()
    assert int(size) > 10_000
    return float(took)
