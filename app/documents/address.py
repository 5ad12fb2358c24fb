"""An address in the room there is: smaller letters before broken lines, broken lines before lost ones."""

from collections.abc import Sequence

from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.slab import Slab, prose

_LARGEST, _SMALLEST, _STEP = 11.0, 5.0, 0.5
_WHOLE_DOWN_TO = 8.0  # smaller letters than these are worse than a broken line
_LEADING = 1.18


def fitted(
    lines: Sequence[str], *, room: float, height: float, above: Sequence[str] = (), largest: float = _LARGEST
) -> list[Slab]:
    """The lines, those `above` slanted and smaller, set so that nothing sticks out."""
    size = largest
    while size >= _WHOLE_DOWN_TO:
        if all(width(_plain(line), Hand.PLAIN, size) <= room for line in lines):
            slabs = _set(lines, above, room, size)
            if _height(slabs) <= height:
                return slabs
        size -= _STEP
    size = _WHOLE_DOWN_TO
    while size > _SMALLEST:
        slabs = _set(lines, above, room, size)
        if _height(slabs) <= height:
            return slabs
        size -= _STEP
    return _set(lines, above, room, _SMALLEST)


def _set(lines: Sequence[str], above: Sequence[str], room: float, size: float) -> list[Slab]:
    small = min(size, 8.0)
    slabs = [
        piece
        for line in above
        for piece in prose(line, room=room, size=small, leading=small * _LEADING, hand=Hand.SLANTED)
    ]
    return slabs + [
        piece for line in lines for piece in prose(line, room=room, size=size, leading=size * _LEADING)
    ]


def _height(slabs: Sequence[Slab]) -> float:
    return sum(piece.height for piece in slabs)


def _plain(line: str) -> str:
    return legible(line, Hand.PLAIN).replace("\n", " ")
