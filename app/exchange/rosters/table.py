"""Text to rows: which sign separates the columns, where the header is, which lines are broken."""

import re
from collections.abc import Sequence

from app.errors import ListTooLong
from app.exchange.rosters import reasons
from app.exchange.rosters.cells import clean
from app.exchange.rosters.columns import known_headers
from app.exchange.rosters.entry import RejectedLine
from app.exchange.rosters.records import Record, lines_of, read_record, read_records
from app.models.discreet import Discreet

DELIMITERS = "\t;,|"
_TOLD = re.compile(r'"?sep=([\t;,|])"?\s*$', re.IGNORECASE)
MAX_LINES = 20_000  # no school is as large; more would keep everybody waiting
_LOOKED_AT = 40  # lines read to find the separator
_ABOVE_HEADER = 10  # a title, a date, an empty line


class Row(Discreet, frozen=True, kw_only=True):
    """The cells of one record and the line it begins on."""

    line: int
    cells: list[str]


class Table(Discreet, frozen=True, kw_only=True):
    """`ignored` are the numbers of lines that hold no record of their own: blank, header, above the
    header, continued cells. With rows and rejected lines they make up the whole file, each line once.
    """

    headers: list[str]
    rows: list[Row]
    rejected: list[RejectedLine]
    ignored: list[int]
    delimiter: str

    def column(self, header: str) -> list[str]:
        """The cells of one column."""
        place = self.headers.index(header)
        return [row.cells[place] for row in self.rows]


def read_table(text: str) -> Table:
    """The rows of a list. A list without header has columns "#1", "#2" … Raises ListTooLong."""
    lines = lines_of(text)
    if len(lines) > MAX_LINES:
        raise ListTooLong
    delimiter, told = _told_delimiter(lines[0])
    if not told:
        delimiter = max(DELIMITERS, key=lambda sign: _likeliness(lines, sign))
    start, header = _header(lines, delimiter, first=1 if told else 0)
    ignored = list(range(1, start + 1))
    if header is None:
        width = _usual_width(_sample(lines[start:], delimiter))
        headers = [f"#{n}" for n in range(1, width + 1)]
    else:
        headers = _distinct(header.cells)
        ignored += range(start + 1, start + 1 + header.span)
        start += header.span
    rows: list[Row] = []
    rejected: list[RejectedLine] = []
    for number, record in read_records(lines, delimiter, start=start, width=len(headers)):
        ignored += range(number + 1, number + record.span)
        if record.problem:
            rejected.append(RejectedLine(line=number, reason=record.problem))
        elif record.is_blank or (header is not None and record.cells == header.cells):
            ignored.append(number)
        elif len(record.cells) != len(headers):
            rejected.append(RejectedLine(line=number, reason=reasons.COLUMNS))
        else:
            rows.append(Row(line=number, cells=record.cells))
    return Table(headers=headers, rows=rows, rejected=rejected, ignored=sorted(ignored), delimiter=delimiter)


def _told_delimiter(first: str) -> tuple[str, bool]:
    """Some spreadsheets begin with "sep=;"."""
    said = _TOLD.match(first)
    return (said.group(1), True) if said else ("", False)


def _sample(lines: Sequence[str], delimiter: str) -> list[Record]:
    records = (read_record(lines, place, delimiter) for place in range(min(len(lines), _LOOKED_AT)))
    return [record for record in records if not record.problem and not record.is_blank]


def _likeliness(lines: Sequence[str], delimiter: str) -> tuple[int, int, int]:
    """Known header names first, then how many lines agree on a number of columns, then that number."""
    sample = _sample(lines, delimiter)
    hits = max((known_headers(record.cells) for record in sample[:_ABOVE_HEADER]), default=0)
    width = _usual_width(sample)
    agreeing = sum(1 for record in sample if len(record.cells) == width) if width > 1 else 0
    return hits, agreeing, width


def _usual_width(sample: Sequence[Record]) -> int:
    widths = [len(record.cells) for record in sample]
    return max(sorted(set(widths), reverse=True), key=widths.count, default=1)


def _header(lines: Sequence[str], delimiter: str, *, first: int) -> tuple[int, Record | None]:
    """The place of the header and the header; or the place of the first record and None."""
    places = [place for place in range(first, len(lines)) if lines[place].strip()][:_ABOVE_HEADER]
    if not places:
        return len(lines), None
    records = {place: read_record(lines, place, delimiter) for place in places}
    best = max(places, key=lambda place: (known_headers(records[place].cells), -place))
    if known_headers(records[best].cells):
        return best, records[best]
    width = _usual_width(_sample(lines, delimiter))
    best = next((place for place in places if len(records[place].cells) == width), places[0])
    if records[best].problem or any(cell.strip()[:1].isdigit() for cell in records[best].cells):
        return places[0], None  # dates, numbers and classes such as "5G2" are no headings
    return best, records[best]


def _distinct(cells: Sequence[str]) -> list[str]:
    """Headings a person can tell apart: "#3" where there is none, "Nom (2)" for a second one."""
    headers: list[str] = []
    for place, cell in enumerate(cells, start=1):
        heading = name = clean(cell) or f"#{place}"
        count = 1
        while heading in headers:
            count += 1
            heading = f"{name} ({count})"
        headers.append(heading)
    return headers
