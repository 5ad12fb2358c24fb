"""Pages into a PDF, the same bytes for the same pages; every font embedded as the few characters it needs."""

from collections.abc import Sequence
from io import BytesIO

from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.layout import Page
from app.documents.slab import Ink, ink
from app.documents.strokes import draw_row, write
from app.documents.style import FOOTER, HAIRLINE, MARGIN, PAGE_HEIGHT, WIDTH
from app.documents.tagged import TaggedCanvas
from app.documents.wrapping import wrapped

_FOOT = 7.0
_FOLD = (14.0, 26.0)  # from the left edge: inside what a laser printer reaches
_RUNNING = 13.0  # from the writing space up to the line that heads every further page


def opened(file: BytesIO, *, composition: Composition) -> TaggedCanvas:
    """A file without pages yet, named after its first paper."""
    return TaggedCanvas(
        file,
        title=composition.locale.words(composition.form.title),
        subject=_version(composition),
        language=composition.locale.code,
    )


def put(
    canvas: TaggedCanvas, *, pages: list[Page], composition: Composition, folds: Sequence[float] = (),
    first: int = 1, count: int = 0,
) -> None:  # fmt: skip
    """One paper's pages at the end of the file; `folds` are marked at the edge of its first one.

    They are counted by themselves, or from `first` on where the file has `count` pages counted through.
    """
    canvas.paper(composition.locale.code)
    for number, page in enumerate(pages, start=first):
        draw_rows(canvas, page, top=PAGE_HEIGHT - MARGIN)
        canvas.decoration()
        if number > first:
            _running_head(canvas, composition)
        for fold in folds if number == first else ():
            canvas.setLineWidth(HAIRLINE)
            canvas.line(_FOLD[0], PAGE_HEIGHT - fold, _FOLD[1], PAGE_HEIGHT - fold)
        draw_footer(canvas, number, count or len(pages), composition)
        canvas.end()
        canvas.showPage()


def draw_rows(canvas: TaggedCanvas, page: Page, *, top: float) -> None:
    """What is written on a page, from this height down."""
    for at, placed in enumerate(page):
        draw_row(
            canvas,
            placed.row,
            top=top - placed.top,
            opens=at == 0 or not placed.row.joined,
            closes=at + 1 == len(page) or not page[at + 1].row.joined,
        )


def _running_head(canvas: TaggedCanvas, composition: Composition) -> None:
    y = PAGE_HEIGHT - MARGIN + _RUNNING
    write(canvas, ink(composition.locale.words(composition.form.title), size=_FOOT + 1), MARGIN, y)
    if composition.form.confidential:
        mark = ink(composition.locale.text("CONFIDENTIAL"), hand=Hand.STRONG, size=_FOOT + 1)
        write(canvas, mark, MARGIN + WIDTH - mark.end, y)


def draw_footer(
    canvas: TaggedCanvas, number: int, count: int, composition: Composition, *, low: float = 0.0
) -> None:
    """Whose words these are and which page it is, above the lower edge or above `low`."""
    page = composition.locale.text("page {page}/{pages}", page=number, pages=count)
    parts = (composition.subject.reference, page, _version(composition))
    right = ink(" · ".join(part for part in parts if part), size=_FOOT)
    write(canvas, right, MARGIN + WIDTH - right.end, low + FOOTER)
    mention = composition.locale.words(composition.subject.framework.secrecy_mention)
    lines = wrapped(mention, hand=Hand.PLAIN, size=_FOOT, room=WIDTH - right.end - 20)
    for up, line in enumerate(reversed(lines)):
        write(
            canvas,
            Ink(x=0, text=line, hand=Hand.PLAIN, size=_FOOT),
            MARGIN,
            low + FOOTER + up * (_FOOT + 1.5),
        )


def _version(composition: Composition) -> str:
    return f"{composition.form.code} v{composition.form.version}".strip()
