"""Address labels: 24 on a sheet of A4, three beside each other, 70 × 37 mm each."""

from io import BytesIO

from reportlab.lib.units import mm

from app.documents.address import fitted
from app.documents.slab import Ink
from app.documents.strokes import write
from app.documents.style import PAGE_HEIGHT
from app.documents.tagged import TaggedCanvas
from app.i18n import N_, Locale
from app.models.discreet import Discreet

ACROSS, DOWN = 3, 8
SHEET = ACROSS * DOWN
_WIDTH, _HEIGHT = 70 * mm, 37 * mm
_ABOVE = (PAGE_HEIGHT - DOWN * _HEIGHT) / 2  # what such sheets leave above and below
_INSIDE = 5 * mm  # a printer that is a little off still hits the label
_EDGE = 7 * mm  # at the sheet's own edges, where no printer reaches
_LARGEST = 11.0
TITLE = N_("Address labels")


class LabelSubject(Discreet, kw_only=True, frozen=True):
    """`addresses` as lines; the first one goes on place `start` of the sheet, from 1."""

    addresses: tuple[tuple[str, ...], ...]
    start: int = 1


def build(subject: LabelSubject, locale: Locale) -> bytes:
    """The sheets, nothing on them but addresses: what stands beside one label is printed on the next."""
    file = BytesIO()
    canvas = TaggedCanvas(file, title=locale.text(TITLE), subject="", language=locale.code)
    canvas.paper(locale.code)
    first = min(max(subject.start, 1), SHEET) - 1
    for at, lines in enumerate(subject.addresses, start=first):
        if at % SHEET == 0 and at > first:
            canvas.showPage()
        _label(canvas, lines, at % SHEET)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _label(canvas: TaggedCanvas, lines: tuple[str, ...], place: int) -> None:
    column, row = place % ACROSS, place // ACROSS
    left = _EDGE if column == 0 else _INSIDE
    right = _EDGE if column == ACROSS - 1 else _INSIDE
    height = _HEIGHT - 2 * _INSIDE
    slabs = fitted(lines, room=_WIDTH - left - right, height=height, largest=_LARGEST)
    canvas.words("P")
    y = PAGE_HEIGHT - _ABOVE - row * _HEIGHT - _INSIDE - (height - sum(piece.height for piece in slabs)) / 2
    for piece in slabs:
        for mark in piece.marks:
            if isinstance(mark, Ink):
                write(canvas, mark, column * _WIDTH + left, y - piece.baseline)
        y -= piece.height
    canvas.end()
