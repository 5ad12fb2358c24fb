"""Shaped text onto the page, in the order in which it is read."""

from typing import Final, Literal

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import font, ready
from app.documents.shaping import Stroke, outline, shaped
from app.documents.slab import Ink

_UNSEEN: Final[Literal[3]] = 3  # the file's own word for text that is there and leaves no trace on the page
_SOLID = 1  # where strokes of one letter cross, reportlab leaves a hole unless told otherwise
_Point = tuple[float, float]


def write_joined(canvas: Canvas, mark: Ink, x: float, y: float, *, after: str) -> None:
    """A text whose line starts at `x` and stands on `y`, then `after`."""
    line = shaped(mark.text, mark.hand)
    end = [Stroke(mark.hand, line.width, 0.0, after)] if after else []
    for stroke in (*line.strokes, *end):
        left, up = x + mark.x + stroke.x * mark.size, y + stroke.y * mark.size
        if stroke.drawn >= 0:
            pen = _Pen(canvas, left, up, mark.size / font(stroke.font).face.unitsPerEm)
            outline(stroke.font, stroke.drawn, pen)
            canvas.drawPath(pen.path, stroke=0, fill=1, fillMode=_SOLID)
        else:
            canvas.setFont(ready(stroke.font), mark.size)
            canvas.drawString(left, up, stroke.signs, mode=_UNSEEN if stroke.hidden else None)


class _Pen:
    """Draws a glyph where it stands; its methods have the names the shaping tool calls."""

    def __init__(self, canvas: Canvas, left: float, up: float, scale: float) -> None:
        self.path = canvas.beginPath()
        self._left, self._up, self._scale = left, up, scale
        self._at: _Point = (0.0, 0.0)

    def moveTo(self, to: _Point) -> None:  # noqa: N802
        self.path.moveTo(*self._placed(to))

    def lineTo(self, to: _Point) -> None:  # noqa: N802
        self.path.lineTo(*self._placed(to))

    def curveTo(self, *points: _Point) -> None:  # noqa: N802
        self.path.curveTo(*(part for point in points for part in self._placed(point)))

    def qCurveTo(self, control: _Point, to: _Point) -> None:  # noqa: N802
        start = self._at
        first, second = _third(start, control), _third(to, control)
        self.curveTo(first, second, to)

    def closePath(self) -> None:  # noqa: N802
        self.path.close()

    def _placed(self, point: _Point) -> _Point:
        self._at = point
        return self._left + point[0] * self._scale, self._up + point[1] * self._scale


def _third(end: _Point, control: _Point) -> _Point:
    """The point a curve of two such points leans on where the file knows none of one."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3
