"""Rows onto pages."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.documents.row import Row, level
from app.models.discreet import Discreet


class Placed(Discreet, frozen=True):
    """A row and how far below the top of the writing space it starts."""

    row: Row
    top: float


Page = list[Placed]


def pages(rows: Sequence[Row], *, room: float) -> list[Page]:
    """The rows in order on as many pages, `room` points high, as they need."""
    book = _Book(room)
    for at, row in enumerate(rows):
        book.place(row, after=_held_with(rows, at))
    return [_at_the_foot(page, room) for page in book.pages]


def _at_the_foot(page: Page, room: float) -> Page:
    """What is torn off goes down to the lower edge."""
    cut = next((at for at, placed in enumerate(page) if placed.row.cut), len(page))
    by = room - page[-1].top - page[-1].row.height if cut < len(page) else 0.0
    return page[:cut] + [replace(placed, top=placed.top + by) for placed in page[cut:]]


def _held_with(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows that must stand on the same page as `rows[at]`, below it."""
    end = at
    while rows[end].held and end + 1 < len(rows):
        end += 1
    return list(rows[at + 1 : end + 1])


class _Book:
    def __init__(self, room: float) -> None:
        self.pages: list[Page] = [[]]
        self._used = 0.0
        self._room = room

    def place(self, row: Row, *, after: list[Row]) -> None:
        if self.pages[-1] and (row.fresh or not self._fits([row, *after])):
            self._turn(row)
        fresh = not self.pages[-1]
        rest: Row | None = self._put(row, force=fresh)
        while rest is not None:
            self._turn(rest)
            rest = self._put(rest, force=True)

    def _gap(self, row: Row) -> float:
        return row.gap if self.pages[-1] else 0.0

    def _fits(self, rows: list[Row]) -> bool:
        """Whether the rows can begin here: all but the last whole, the last at least its first lines."""
        room = self._room - self._used
        wanted = sum(row.height + row.gap for row in rows[:-1]) + rows[-1].gap
        last = rows[-1]
        if wanted + last.height <= room + 0.01:
            return True
        if last.whole and wanted + last.height <= self._room:
            return False
        if wanted > self._room:
            return self._fits(rows[:-1])  # together they fill more than a page
        return last.split(room - wanted) is not None

    def _put(self, row: Row, *, force: bool) -> Row | None:
        """Place what fits and return the rest; with `force`, on a new page, at least something."""
        gap = self._gap(row)
        room = self._room - self._used - gap
        if row.height <= room + 0.01:
            self._add(row, gap)
            return None
        halves = row.split(room) or (row.split(room, force=True) if force else None)
        if halves is None and not force:
            return row
        head, tail = halves or (row, None)
        self._add(head, gap)
        return tail

    def _add(self, row: Row, gap: float) -> None:
        self._used += gap
        if row.opening and not self.pages[-1]:
            row = replace(row, cells=level((row.opening, *row.cells[1:])))
        self.pages[-1].append(Placed(row=row, top=self._used))
        self._used += row.height

    def _turn(self, row: Row) -> None:
        """Begin the next page with what stands above `row` on every page."""
        self.pages.append([])
        self._used = 0.0
        if sum(part.height for part in row.heading) < self._room / 3:
            for part in row.heading:
                self._add(replace(part, repeated=True), 0.0)
