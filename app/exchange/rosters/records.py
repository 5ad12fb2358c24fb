"""Lines to records, one at a time, so that one broken quotation mark cannot swallow the rest."""

import csv
import re
from collections.abc import Iterator, Sequence

from app.exchange.rosters import reasons
from app.models.discreet import Discreet

_MAX_SPAN = 6  # an address may be written over several lines of one cell
_LINE_END = re.compile(r"\r\n|\r|\n")


class Record(Discreet, frozen=True, kw_only=True):
    """The cells found from one line on, over how many lines, and what is wrong with them."""

    cells: list[str]
    span: int = 1
    problem: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in any cell."""
        return not any(cell.strip() for cell in self.cells)


def lines_of(text: str) -> list[str]:
    """The lines of a file, without the empty one after the last line end; always at least one."""
    lines = _LINE_END.split(text)
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def read_records(
    lines: Sequence[str], delimiter: str, *, start: int, width: int
) -> Iterator[tuple[int, Record]]:
    """Line number and record, from the line at index `start` on."""
    place = start
    while place < len(lines):
        record = read_record(lines, place, delimiter, width=width)
        yield place + 1, record
        place += record.span


def read_record(lines: Sequence[str], place: int, delimiter: str, *, width: int | None = None) -> Record:
    """The record that begins at an index; empty cells beyond `width` are dropped."""
    cells = _cells(lines[place : place + 1], delimiter)
    if cells is not None:
        return Record(cells=_trimmed(cells, width))
    if '"' in lines[place]:
        for span in range(2, _MAX_SPAN + 1):
            if place + span > len(lines) or _stands_alone(lines[place + span - 1], delimiter, width):
                break
            cells = _cells(lines[place : place + span], delimiter)
            if cells is not None:
                trimmed = _trimmed(cells, width)
                if width is None or len(trimmed) == width:
                    return Record(cells=trimmed, span=span)
                break
    return Record(cells=[], problem=reasons.QUOTES)


def _cells(lines: Sequence[str], delimiter: str) -> list[str] | None:
    """The cells of one record written on exactly these lines, or None."""
    try:
        found = list(csv.reader([line + "\n" for line in lines], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


def _stands_alone(line: str, delimiter: str, width: int | None) -> bool:
    """A line that is a whole record by itself is not the rest of the one above."""
    cells = _cells([line], delimiter)
    return cells is not None and len(cells) == width and len(cells) > 1


def _trimmed(cells: list[str], width: int | None) -> list[str]:
    """Some spreadsheets put separators after the last column."""
    while width is not None and len(cells) > width and not cells[-1].strip():
        cells.pop()
    return cells
