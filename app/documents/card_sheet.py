"""A card on paper: whose it is, what is compared, one large square to read, and what to do with it."""

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.documents.card_subject import CardSheet
from app.documents.fonts import Hand
from app.documents.single_page import canvas_on, prose
from app.documents.slab import ink
from app.documents.square import draw_square
from app.documents.strokes import write
from app.documents.style import FOOTER, HAIRLINE, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH
from app.i18n import Locale

_SQUARE = 110 * mm  # the longest code has 173 fields a side, so none is narrower than 0.6 mm
_ACROSS, _ROW = 4, 27.0


def build(subject: CardSheet, locale: Locale) -> bytes:
    """The paper's bytes; preview, file and printer get the same."""
    file = BytesIO()
    canvas = canvas_on(file, title=locale.text("Carnet card"), locale=locale)
    y = _head(canvas, subject, locale)
    y = _compared(canvas, subject, locale, y)
    draw_square(canvas, subject.code, (PAGE_WIDTH - _SQUARE) / 2, y, side=_SQUARE)
    how = locale.text(
        "In Carnet, under “Transfer”, choose “Open a card…” and give it a scan or a photograph of this"
        " square, or what a scanner reads from it; then compare the eight words by voice or face, because a"
        " paper can be exchanged on its way."
    )
    prose(canvas, how, y - _SQUARE - 30, size=11.5, leading=16)
    _foot(canvas, locale)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _head(canvas: Canvas, subject: CardSheet, locale: Locale) -> float:
    y = PAGE_HEIGHT - MARGIN - 20
    write(canvas, ink(locale.text("Carnet card"), hand=Hand.TITLE, size=24), MARGIN, y)
    y = prose(canvas, subject.name, y - 30, hand=Hand.STRONG, size=16, leading=20)
    return prose(canvas, subject.unit, y + 1, size=12, leading=16) if subject.unit else y


def _compared(canvas: Canvas, subject: CardSheet, locale: Locale, y: float) -> float:
    """Two rows of four words, the digits under them, in a frame."""
    y = prose(canvas, locale.text("Eight words to compare, or the digits in another language"), y - 10) + 6
    wide, rows = WIDTH / _ACROSS, -(-len(subject.words) // _ACROSS)
    high = _ROW * rows + 30
    canvas.setLineWidth(HAIRLINE * 2)
    canvas.rect(MARGIN, y - high, WIDTH, high)
    for at, word in enumerate(subject.words):
        down, across = divmod(at, _ACROSS)
        mark = ink(word, hand=Hand.STRONG, size=17)
        write(canvas, mark, MARGIN + wide * (across + 0.5) - mark.end / 2, y - _ROW * (down + 1) + 4)
    digits = ink("\u2002".join(subject.digits), size=11)
    write(canvas, digits, MARGIN + (WIDTH - digits.end) / 2, y - high + 11)
    return y - high - 28


def _foot(canvas: Canvas, locale: Locale) -> None:
    text = locale.text(
        "There is no secret on this paper. Without Carnet: the file docs/transfer-format.md of the program"
        " says how the square is read."
    )
    prose(canvas, text, FOOTER, size=7.5, leading=9)
