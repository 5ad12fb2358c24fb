"""The smallest thing a page break cannot cut: one line across a cell."""

import msgspec
from msgspec.structs import replace

from app.documents.directions import runs_left
from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.style import Style
from app.documents.wrapping import wrapped
from app.models.discreet import Discreet


class Ink(Discreet, frozen=True, gc=False):
    """Legible text on the slab's baseline, `x` points from the cell's left edge."""

    x: float
    text: str
    hand: Hand
    size: float

    @property
    def end(self) -> float:
        """Where the text stops."""
        return self.x + width(self.text, self.hand, self.size)


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A line to write on, on the baseline."""

    x: float
    length: float
    dotted: bool = True


class Slab(Discreet, frozen=True, gc=False):
    """`height` points high; a glued slab is never the last one on a page when another follows."""

    height: float
    baseline: float  # below the slab's top
    marks: tuple[Ink | Rule, ...] = ()
    glued: bool = False


def slab(*marks: Ink | Rule, size: float, leading: float) -> Slab:
    """One line of text of this size."""
    return Slab(height=leading, baseline=(leading - size) / 2 + 0.79 * size, marks=marks)


def ink(text: str, *, x: float = 0.0, hand: Hand = Hand.PLAIN, size: float) -> Ink:
    """A short text that fits its line."""
    return Ink(x=x, text=legible(text, hand).replace("\n", " "), hand=hand, size=size)


def prose(
    text: str, *, room: float, size: float, leading: float, hand: Hand = Hand.PLAIN, x: float = 0.0
) -> list[Slab]:
    """A text as lines no wider than `room`, starting at `x`; several that run left end at its edge."""
    lines = wrapped(text, hand=hand, size=size, room=room - x)
    starts = [room - width(line, hand, size) if len(lines) > 1 and runs_left(line) else x for line in lines]
    return [
        slab(Ink(x=start, text=line, hand=hand, size=size), size=size, leading=leading)
        for start, line in zip(starts, lines, strict=True)
    ]


def dotted(count: int, *, room: float, style: Style, x: float = 0.0) -> list[Slab]:
    """Lines to write on by hand."""
    marks = (Rule(x=x, length=room - x),)
    first = style.pitch - style.pad  # the box already leaves that much above
    return [
        Slab(height=height, baseline=height - 1.5, marks=marks)
        for height in [first] + [style.pitch] * (count - 1)
    ]


def glue(slabs: list[Slab]) -> list[Slab]:
    """The same lines, held to what follows."""
    return [replace(piece, glued=True) for piece in slabs]


def moved(piece: Slab, by: float) -> Slab:
    """The same line, further right."""
    return replace(piece, marks=tuple(replace(mark, x=mark.x + by) for mark in piece.marks))


def lowered(piece: Slab, baseline: float) -> Slab:
    """The same line with its baseline that far below its top."""
    if piece.baseline == baseline:
        return piece
    return replace(piece, height=piece.height + baseline - piece.baseline, baseline=baseline)
