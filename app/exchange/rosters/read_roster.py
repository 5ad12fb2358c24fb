"""A class list from outside: every line of it a student, a reason why not, or nothing."""

from datetime import date

from app.errors import ColumnsMissing
from app.exchange.rosters.columns import Mapping, fingerprint, guess_mapping, layout_of
from app.exchange.rosters.dates import Order, order_of
from app.exchange.rosters.entry import RejectedLine, RosterEntry, SkippedLine
from app.exchange.rosters.read_row import read_row
from app.exchange.rosters.table import Row, Table
from app.models.discreet import Discreet
from app.models.progress import Progress, unwatched


class Roster(Discreet, frozen=True, kw_only=True):
    """A list that was read. Each line of the file stands once in entries, rejected, skipped or ignored."""

    headers: list[str]
    mapping: Mapping
    entries: list[RosterEntry]
    rejected: list[RejectedLine]
    skipped: list[SkippedLine]
    ignored: list[int]
    format_name: str

    @property
    def fingerprint(self) -> str:
        """What the mapping is remembered by."""
        return fingerprint(self.headers)


def guess(table: Table) -> Mapping:
    """The mapping the header suggests; it may not say who."""
    filled = {header for header in table.headers if any(cell.strip() for cell in table.column(header))}
    return Mapping(guess_mapping(table.headers, filled=filled))


def read(
    *, table: Table, mapping: Mapping | None = None, today: date, progress: Progress = unwatched
) -> Roster:
    """The students of a list. Raises ColumnsMissing."""
    mapping = mapping or guess(table)
    known = Mapping({column: field for column, field in mapping.columns.items() if column in table.headers})
    if not known.says_who:
        raise ColumnsMissing()
    orders: dict[str, Order] = {
        field: order_of(cell.strip() for column in known.columns_of(field) for cell in table.column(column))
        for field in ("birth_date", "exit_date")
    }
    read_lines = []
    for done, row in enumerate(table.rows):
        progress("reading", done, len(table.rows))
        read_lines.append(read_row(line=row.line, cells=_fed(row, table, known), orders=orders, today=today))
    entries = [line for line in read_lines if isinstance(line, RosterEntry)]
    rejected = [line for line in read_lines if isinstance(line, RejectedLine)]
    return Roster(
        headers=table.headers,
        mapping=known,
        entries=entries,
        rejected=sorted([*table.rejected, *rejected], key=lambda line: line.line),
        skipped=[line for line in read_lines if isinstance(line, SkippedLine)],
        ignored=table.ignored,
        format_name=layout_of(table.headers).name,
    )


def _fed(row: Row, table: Table, mapping: Mapping) -> dict[str, str]:
    """The raw cell of each field: the first filled one of its columns."""
    cells: dict[str, str] = {}
    for header, cell in zip(table.headers, row.cells, strict=True):
        field = mapping.columns.get(header)
        if field and not cells.get(field, "").strip():
            cells[field] = cell
    return cells
