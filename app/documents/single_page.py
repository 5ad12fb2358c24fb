"""A paper of one page that is drawn from top to bottom: its canvas and its prose."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Hand, ready
from app.documents.slab import Ink
from app.documents.strokes import write
from app.documents.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH
from app.documents.wrapping import wrapped
from app.i18n import Locale

BODY, LEADING = 10.5, 14.5


def canvas_on(file: BytesIO, *, title: str, locale: Locale) -> Canvas:
    """A4, every font embedded, the same bytes for the same drawing."""
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,  # no clock and no random number in the file
        initialFontName=ready(Hand.PLAIN),  # type: ignore[arg-type]  # otherwise Helvetica, not embedded
        lang=locale.code,
    )
    canvas.setTitle(title)
    for name in (canvas.setAuthor, canvas.setCreator, canvas.setProducer):
        name("Carnet")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def prose(
    canvas: Canvas, text: str, y: float, *, x: float = MARGIN, room: float = WIDTH,
    hand: Hand = Hand.PLAIN, size: float = BODY, leading: float = LEADING,
) -> float:  # fmt: skip
    """A text from its first baseline down; the baseline after the last one."""
    for line in wrapped(text, hand=hand, size=size, room=room):
        write(canvas, Ink(x=0, text=line, hand=hand, size=size), x, y)
        y -= leading
    return y
