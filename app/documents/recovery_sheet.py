"""The recovery sheet: the code on one page, how to use it, where to keep it. Nobody is named on it."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Hand
from app.documents.recovery_subject import RecoverySheet
from app.documents.single_page import BODY, LEADING, canvas_on, prose
from app.documents.slab import ink
from app.documents.square import draw_square
from app.documents.strokes import write
from app.documents.style import FOOTER, HAIRLINE, MARGIN, PAGE_HEIGHT, WIDTH
from app.i18n import Locale

_QR = 96.0
_ROW, _ACROSS = 50.0, 4
_CODE = 25.0


def build(subject: RecoverySheet, locale: Locale) -> bytes:
    """The sheet's bytes; preview, file and printer get the same."""
    file = BytesIO()
    canvas = canvas_on(file, title=locale.text("Recovery sheet"), locale=locale)
    y = _head(canvas, subject, locale)
    y = _code(canvas, subject, y)
    y = _facts(canvas, subject, locale, y)
    for title, lines in _words(locale):
        y = _part(canvas, title, lines, y)
    _foot(canvas, locale)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _head(canvas: Canvas, subject: RecoverySheet, locale: Locale) -> float:
    y = PAGE_HEIGHT - MARGIN - 20
    write(canvas, ink(locale.text("Recovery sheet"), hand=Hand.TITLE, size=24), MARGIN, y)
    secret = ink(locale.text("CONFIDENTIAL"), hand=Hand.STRONG, size=9)
    write(canvas, secret, MARGIN + WIDTH - secret.end, y)
    lead = locale.text("This code opens the encrypted notebook when its passphrase is lost.")
    return prose(canvas, lead, y - 24, size=BODY + 1) - 10


def _code(canvas: Canvas, subject: RecoverySheet, y: float) -> float:
    """Two rows of four groups, each under its number."""
    wide = WIDTH / _ACROSS
    high = _ROW * (len(subject.groups) // _ACROSS) + 12
    canvas.setLineWidth(HAIRLINE * 2)
    canvas.setDash(4, 3)
    canvas.rect(MARGIN, y - high, WIDTH, high)
    canvas.setDash()
    for at, group in enumerate(subject.groups):
        down, across = divmod(at, _ACROSS)
        middle, base = MARGIN + wide * (across + 0.5), y - 6 - _ROW * (down + 1) + 10
        number = ink(str(at + 1), size=8)
        mark = ink(group, hand=Hand.STRONG, size=_CODE)
        write(canvas, number, middle - number.end / 2, base + _CODE - 1)
        write(canvas, mark, middle - mark.end / 2, base)
    return y - high - 20


def _facts(canvas: Canvas, subject: RecoverySheet, locale: Locale, y: float) -> float:
    """The same code for a scanner, and beside it which notebook, which day, and what the signs are."""
    draw_square(canvas, "-".join(subject.groups), MARGIN, y, side=_QR)
    signs = locale.text(
        "Digits and capital letters, without I, L, O and U. A round sign is always a zero, an upright stroke"
        " always a one. The fifth sign of each group checks the four before it."
    )
    scanner = locale.text(
        "The square holds the same code, for a scanner. A telephone may keep what it photographs: prefer to"
        " type the code."
    )
    x, room, line = MARGIN + _QR + 18, WIDTH - _QR - 18, y - BODY + 1
    number = locale.text("Notebook {number}", number=f"{subject.notebook[:4]} {subject.notebook[4:]}")
    made = locale.text("Sheet of {day}", day=locale.date(subject.day, "long"))
    write(canvas, ink(f"{number} · {made}", hand=Hand.STRONG, size=BODY), x, line)
    line -= LEADING + 3
    for text in (signs, scanner):
        line = prose(canvas, text, line, x=x, room=room, size=BODY - 1, leading=LEADING - 1.5) - 3
    return min(y - _QR, line) - 14


def _words(locale: Locale) -> list[tuple[str, list[str]]]:
    text = locale.text
    return [
        (
            text("Where to keep it"),
            [
                text("In a closed envelope, far from the computer: in a safe, or locked away at home."),
                text("Never in the computer’s bag, in the desk beside it, or as a photograph."),
                text(
                    "Whoever has this sheet and the computer, or a copy of the notebook, can read everything."
                ),
            ],
        ),
        (
            text("When the passphrase is lost"),
            [
                text("Start Carnet. On the cover of the notebook choose “I have the recovery code”."),
                text("Type the eight groups. Spaces, strokes and small letters do not matter."),
                text("Choose a new passphrase. This sheet goes on counting until you make another."),
            ],
        ),
        (
            text("When this sheet was seen or lost"),
            [
                text("Make a new sheet in the settings: from then on this one opens nothing. Destroy it."),
                text("Copies made before still open with it: make new copies and destroy the former ones."),
            ],
        ),
    ]


def _part(canvas: Canvas, title: str, lines: list[str], y: float) -> float:
    write(canvas, ink(title, hand=Hand.STRONG, size=BODY + 1.5), MARGIN, y - BODY)
    y -= BODY + LEADING + 3
    for line in lines:
        canvas.circle(MARGIN + 3, y + 3.4, 1.6, stroke=0, fill=1)
        y = prose(canvas, line, y, x=MARGIN + 14, room=WIDTH - 14) - 3
    return y - 8


def _foot(canvas: Canvas, locale: Locale) -> None:
    text = locale.text(
        "Without Carnet: the file docs/key-file.md of the program says how the code opens the notebook."
    )
    write(canvas, ink(text, size=7.5), MARGIN, FOOTER)
