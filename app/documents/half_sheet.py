"""Papers of half a sheet: two of them share one, with a line to cut along between them."""

from reportlab.lib.units import mm

from app.documents.composition import Composition
from app.documents.layout import Page
from app.documents.paint import draw_footer, draw_rows
from app.documents.style import FOOTER, HAIRLINE, PAGE_HEIGHT, PAGE_WIDTH
from app.documents.tagged import TaggedCanvas

_HALF = PAGE_HEIGHT / 2
_EDGE = 12 * mm  # above the words: on half a sheet room is dear
_FOOT = 26.0  # from the footer's last line up to the words
HALF_ROOM = _HALF - _EDGE - FOOTER - _FOOT + 14  # a footer of one line; of more, the words end above it


class Halves:
    """Upper half first; `end` closes a sheet whose lower half is left blank."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas, self._waiting = canvas, False

    def put(self, page: Page, composition: Composition) -> None:
        """On the half that is free."""
        canvas, below = self._canvas, _HALF if self._waiting else 0.0
        canvas.paper(composition.locale.code)
        draw_rows(canvas, page, top=PAGE_HEIGHT - _EDGE - below)
        canvas.decoration()
        draw_footer(canvas, 1, 1, composition, low=_HALF - below)
        if not self._waiting:
            canvas.setLineWidth(HAIRLINE)
            canvas.setDash(6, 4)
            canvas.line(0, _HALF, PAGE_WIDTH, _HALF)
            canvas.setDash()
        canvas.end()
        if self._waiting:
            canvas.showPage()
        self._waiting = not self._waiting

    def end(self) -> None:
        """Whatever comes next begins on a sheet of its own."""
        if self._waiting:
            self._canvas.showPage()
        self._waiting = False
