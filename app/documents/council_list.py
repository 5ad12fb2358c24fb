"""A class for its meeting: one line a student, in the upper half of a sheet of A4 where it fits."""

from io import BytesIO

from reportlab.lib.units import mm

from app.documents.council_subject import CouncilSubject
from app.documents.fonts import Hand
from app.documents.slab import Ink, Slab, ink, prose
from app.documents.strokes import write
from app.documents.style import HAIRLINE, MARGIN, PAGE_HEIGHT, WIDTH
from app.documents.tagged import TaggedCanvas
from app.i18n import Locale
from app.models.discreet import Discreet

_SIZES = (  # of the words, and of the room above and below them
    *((size, 2.6) for size in (10.0, 9.5, 9.0, 8.5, 8.0, 7.5)),
    (7.5, 1.7),
    (7.5, 0.8),
)
_LEADING = 1.24
_EDGE = 10 * mm  # above and below: on half a sheet room is dear
_NAME = 44 * mm
_APART = 4 * mm
_TITLE, _SMALL = 13.0, 7.0
_BETWEEN = " \u2022 "


class _Line(Discreet, frozen=True):
    name: list[Slab]
    said: list[Slab]
    pad: float

    @property
    def height(self) -> float:
        return max(_high(self.name), _high(self.said)) + 2 * self.pad


def build(subject: CouncilSubject, locale: Locale) -> bytes:
    """As large as half a sheet allows; a class too large for that goes on over whole ones."""
    half = PAGE_HEIGHT / 2
    lines, fits = _lines(subject, *_SIZES[0]), False
    for size, pad in _SIZES:
        lines = _lines(subject, size, pad)
        fits = sum(line.height for line in lines) <= half - 2 * _EDGE - _head() - _foot(subject)
        if fits:
            break
    file = BytesIO()
    canvas = TaggedCanvas(file, title=subject.title, subject=subject.about, language=locale.code)
    canvas.paper(locale.code)
    low = half if fits else 0.0
    pages = [lines] if fits else _pages(_lines(subject, *_SIZES[2]), subject)
    for number, page in enumerate(pages, start=1):
        _page(canvas, subject, page, low=low, said=_numbered(locale, number, len(pages)))
    canvas.save()
    return file.getvalue()


def _page(
    canvas: TaggedCanvas, subject: CouncilSubject, lines: list[_Line], *, low: float, said: str
) -> None:
    y = PAGE_HEIGHT - _EDGE
    canvas.words("H1")
    write(canvas, ink(subject.title, hand=Hand.TITLE, size=_TITLE), MARGIN, y - _TITLE)
    canvas.end()
    canvas.words("P")
    write(canvas, ink(f"{subject.about} \u00b7 {subject.unit}", size=9), MARGIN, y - _TITLE - 14)
    canvas.end()
    y -= _head()
    for line in lines:
        canvas.decoration()
        canvas.setLineWidth(HAIRLINE)
        canvas.line(MARGIN, y, MARGIN + WIDTH, y)
        canvas.end()
        for slabs, x in ((line.name, 0.0), (line.said, _NAME + _APART)):
            canvas.words("P")
            _column(canvas, slabs, MARGIN + x, y - line.pad)
            canvas.end()
        y -= line.height
    canvas.decoration()
    canvas.line(MARGIN, y, MARGIN + WIDTH, y)
    right = ink(said, size=_SMALL)
    write(canvas, right, MARGIN + WIDTH - right.end, low + _EDGE)
    up = low + _EDGE
    for piece in reversed(_mention(subject)):
        for mark in piece.marks:
            if isinstance(mark, Ink):
                write(canvas, mark, MARGIN, up)
        up += piece.height
    if low:
        canvas.setDash(6, 4)
        canvas.line(MARGIN, low, MARGIN + WIDTH, low)
        canvas.setDash()
    canvas.end()
    canvas.showPage()


def _column(canvas: TaggedCanvas, slabs: list[Slab], x: float, y: float) -> None:
    for piece in slabs:
        for mark in piece.marks:
            if isinstance(mark, Ink):
                write(canvas, mark, x, y - piece.baseline, after=" ")
        y -= piece.height


def _lines(subject: CouncilSubject, size: float, pad: float) -> list[_Line]:
    leading = size * _LEADING
    return [
        _Line(
            name=prose(name, room=_NAME, size=size, leading=leading, hand=Hand.STRONG),
            said=prose(_BETWEEN.join(said), room=WIDTH - _NAME - _APART, size=size, leading=leading),
            pad=pad,
        )
        for name, said in subject.lines
    ]


def _pages(lines: list[_Line], subject: CouncilSubject) -> list[list[_Line]]:
    room = PAGE_HEIGHT - 2 * _EDGE - _head() - _foot(subject)
    pages: list[list[_Line]] = [[]]
    used = 0.0
    for line in lines:
        if pages[-1] and used + line.height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(line)
        used += line.height
    return pages


def _numbered(locale: Locale, page: int, pages: int) -> str:
    said = locale.text("page {page}/{pages}", page=page, pages=pages)
    return f"{locale.text('CONFIDENTIAL')} \u00b7 {said}"


def _mention(subject: CouncilSubject) -> list[Slab]:
    return prose(subject.mention, room=WIDTH - 40 * mm, size=_SMALL, leading=_SMALL + 1.5)


def _head() -> float:
    return _TITLE + 22


def _foot(subject: CouncilSubject) -> float:
    return _high(_mention(subject)) + 6


def _high(slabs: list[Slab]) -> float:
    return sum(piece.height for piece in slabs)
