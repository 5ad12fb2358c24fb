"""A row of cells across the page, and how it breaks."""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from app.documents.slab import Ink, Slab, lowered
from app.models.discreet import Discreet
from app.models.logo import Logo

_TOGETHER = 2  # lines that stay together before and after a page break


class Cell(Discreet, frozen=True):
    """A column of slabs from `x`, `width` points wide; `again` is shown when the row goes on overleaf."""

    x: float
    width: float
    slabs: tuple[Slab, ...]
    inset: float = 0.0
    again: tuple[Slab, ...] = ()
    shaded: bool = False
    ruled: bool = False  # a line at its left edge
    tag: str = "P"  # what a screen reader takes its words for: "P", "H1", "H2", "TH"
    square: float = 0.0  # an empty square of that side at its top
    picture: Logo | None = None
    high: float = 0.0  # how high the picture stands at its top, across the cell

    @property
    def height(self) -> float:
        """The slabs one under the other."""
        return max(self.square, self.high, sum(piece.height for piece in self.slabs))

    @property
    def says_something(self) -> bool:
        """Whether there are words in it."""
        return any(isinstance(mark, Ink) and mark.text for piece in self.slabs for mark in piece.marks)

    @property
    def drawn(self) -> bool:
        """Whether there is more to it than words."""
        return self.shaded or self.ruled or bool(self.square) or self.picture is not None


class Row(Discreet, frozen=True):
    """Cells side by side, in a frame or not."""

    cells: tuple[Cell, ...]
    frame: bool = True
    point: int | None = None  # the number of the point it ends with
    joined: bool = False  # goes on with the point of the row above
    pad: float = 0.0  # above and below the text
    least: float = 0.0  # height of the text at least
    gap: float = 0.0  # above, except at the top of a page
    opening: Cell | None = None  # the first cell where the row opens a page
    held: bool = False  # stays on the page of the row that follows
    whole: bool = False  # not cut while it fits one page
    cut: bool = False  # a dashed line above, to tear along
    fresh: bool = False  # begins a page
    heading: tuple["Row", ...] = ()  # repeated when a page begins with this row
    part: Literal["", "head", "body"] = ""  # of a table
    repeated: bool = False  # a heading that was read before

    @property
    def height(self) -> float:
        """Without the gap above."""
        return 2 * self.pad + max(self.least, *(cell.height for cell in self.cells))

    def split(self, room: float, *, force: bool = False) -> tuple["Row", "Row"] | None:
        """What fits in `room` points and the rest; None where breaking here would look torn.

        With `force` one line is enough, so that a page is never left empty.
        """
        inside = room - 2 * self.pad
        cuts = [_fitting(cell.slabs, inside, force=force) for cell in self.cells]
        if not force and any(
            cut < min(_TOGETHER, len(cell.slabs)) for cut, cell in zip(cuts, self.cells, strict=True)
        ):
            return None
        if all(cut == len(cell.slabs) for cut, cell in zip(cuts, self.cells, strict=True)):
            return None
        heads, tails = [], []
        for cut, cell in zip(cuts, self.cells, strict=True):
            heads.append(replace(cell, slabs=cell.slabs[:cut]))
            tails.append(replace(cell, slabs=cell.slabs[cut:] or cell.again))
        head = replace(self, cells=tuple(heads), least=0.0)
        return head, replace(self, cells=level(tails), least=0.0, gap=0.0, cut=False)


def level(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The same cells, all their first lines on one baseline."""
    cells = tuple(cells)
    lowest = max((cell.slabs[0].baseline for cell in cells if cell.slabs), default=0.0)
    return tuple(
        replace(cell, slabs=(lowered(cell.slabs[0], lowest), *cell.slabs[1:]))
        if cell.slabs and cell.slabs[0].baseline != lowest
        else cell
        for cell in cells
    )


def _fitting(slabs: tuple[Slab, ...], room: float, *, force: bool) -> int:
    """How many slabs go before the break."""
    count, used = 0, 0.0
    while count < len(slabs) and used + slabs[count].height <= room + 0.01:
        used += slabs[count].height
        count += 1
    if count == len(slabs):
        return count
    if force:
        return max(count, 1)
    count = min(count, len(slabs) - _TOGETHER)
    while count > 0 and slabs[count - 1].glued:
        count -= 1
    return max(count, 0)
