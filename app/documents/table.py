"""Questions answered in rows: tables, and decisions as what, who, by when."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from app.documents.boxes import number_cell
from app.documents.columns import Head, Piece, heads, widths
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.measure import width
from app.documents.row import Cell, Row, level
from app.documents.slab import Slab, dotted, ink, lowered, prose, slab
from app.documents.style import INSET, MARGIN, NUMBER, PAGE_HEIGHT, WIDTH, Style
from app.frameworks.ranks import letter
from app.frameworks.said_rows import printed_rows
from app.models.form import Question

_FEWEST = 3  # rows on blank paper
_SHORT = 8  # lines of a row that is not torn apart
_LETTER = 20.0  # the column of ranks
_CLOSEST = 0.8  # words to the line above them
_TOGETHER = 8  # a table of so few rows is not torn apart,
_MUCH = (PAGE_HEIGHT - 2 * MARGIN) / 3  # unless that would leave so much of a page empty


def table(*, question: Question, above: int | None, composition: Composition) -> list[Row]:
    """Title, header and rows; no row when nothing was said on filled paper."""
    said = printed_rows(question, composition.value(question))
    if not said and not composition.blank:
        return []
    style = composition.style
    columns = heads(question=question, composition=composition)
    begun = (question.default or []) if composition.blank else []
    texts = [[column.said(row) for column in columns] for row in (said or begun)]
    before = _LETTER if question.ranked else 0.0
    room = WIDTH - NUMBER - before
    totals = [column.total(said) for column in columns]
    wide = widths(columns=columns, rows=[*texts, totals], room=room, composition=composition)
    opening = number_cell(number=question.number, style=style)
    labels = [_labels(each.labels, room, composition) for each, room in zip(columns, wide, strict=True)]
    header = replace(
        _row(labels, wide, [] if question.ranked else None), pad=_pad(style), opening=opening, held=True,
        part="head",
    )  # fmt: skip
    rows = [_title(question, above, composition), header]
    for at, row in enumerate(texts if said else []):
        cells = [_pieces(pieces, room, composition) for pieces, room in zip(row, wide, strict=True)]
        whole = max(len(slabs) for slabs in cells) <= _SHORT
        mark = _letter(at, composition) if question.ranked else None
        rows.append(replace(_row(cells, wide, mark), pad=_pad(style), opening=opening, whole=whole))
    if composition.blank:
        for at in range(max(question.lines, len(begun) or _FEWEST)):
            known = begun[at] if at < len(begun) else {}
            cells = [
                _to_write(each, known, room, composition) for each, room in zip(columns, wide, strict=True)
            ]
            mark = _letter(at, composition) if question.ranked else None
            lines = max(len(column.labels) for column in columns)
            empty = replace(_row(cells, wide, mark), opening=opening, least=style.pitch * lines)
            if known:  # of several answers in a cell, the first stands on the first line
                empty = _as_tall(empty, style) if lines == 1 else replace(empty, pad=_pad(style))
            rows.append(empty)
    if any(totals) or (composition.blank and any(column.total for column in question.columns)):
        line = _total_line(totals, wide, ranked=question.ranked, composition=composition)
        rows = [*rows[:-1], replace(rows[-1], held=True), replace(line, opening=opening)]
    rows = [*rows[:2], *(replace(row, heading=(header,)) for row in rows[2:])]
    if len(rows) <= _TOGETHER and sum(row.height for row in rows) <= _MUCH:
        rows = [*(replace(row, held=True) for row in rows[:-1]), rows[-1]]
    return [replace(row, point=question.number) for row in rows]


def _total_line(
    totals: Sequence[list[Piece]], wide: Sequence[float], *, ranked: bool, composition: Composition
) -> Row:
    """What the columns that are added up come to, below the last row; on blank paper room to write it."""
    word = Piece(composition.locale.text("Total"), Hand.STRONG)
    pieces = [[word, *each] if at == 0 else each for at, each in enumerate(totals)]
    cells = [_pieces(each, room, composition) for each, room in zip(pieces, wide, strict=True)]
    style = composition.style
    row = replace(_row(cells, wide, [] if ranked else None), whole=True)
    if composition.blank:
        return _as_tall(replace(row, least=style.pitch), style)
    return replace(row, pad=_pad(style))


def _as_tall(row: Row, style: Style) -> Row:
    """The row as high as those a pen writes in, its words in the middle of it."""
    pad = _pad(style)
    down = max(0.0, (row.least - max(cell.height for cell in row.cells)) / 2 - pad)
    cells = (
        replace(cell, slabs=(lowered(cell.slabs[0], cell.slabs[0].baseline + down), *cell.slabs[1:]))
        if cell.slabs
        else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells), pad=pad, least=row.least - 2 * pad)


def _title(question: Question, above: int | None, composition: Composition) -> Row:
    style = composition.style
    joined = question.number is not None and question.number == above
    cells = (
        number_cell(number=None if joined else question.number, style=style),
        Cell(
            x=NUMBER,
            width=WIDTH - NUMBER,
            inset=INSET,
            slabs=tuple(_label(composition.label(question), WIDTH - NUMBER, composition)),
        ),
    )
    return Row(
        cells=level(cells),
        pad=max(style.pad - 1, _CLOSEST),
        gap=0.0 if joined else style.gap,
        joined=joined,
        opening=number_cell(number=question.number, style=style),
        held=True,
    )


def _pieces(pieces: Sequence[Piece], wide: float, composition: Composition) -> list[Slab]:
    style, room = composition.style, _inside(wide)
    return [
        line
        for piece in pieces
        if piece.text
        for line in prose(piece.text, room=room, size=style.body, leading=style.leading, hand=piece.hand)
    ]


def _labels(labels: Sequence[Piece], wide: float, composition: Composition) -> list[Slab]:
    style, room = composition.style, _inside(wide)
    return [
        line
        for label in labels
        if label.text
        for line in prose(
            label.text, room=room, size=style.small, leading=style.small_leading, hand=label.hand
        )
    ]


def _letter(position: int, composition: Composition) -> list[Slab]:
    """The rank of a row, in the hand of titles."""
    style = composition.style
    text, size = letter(position), style.body + 1
    mark = ink(text, x=(_LETTER - width(text, Hand.TITLE, size)) / 2, hand=Hand.TITLE, size=size)
    return [slab(mark, size=size, leading=style.leading)]


def _to_write(head: Head, begun: dict[str, Any], wide: float, composition: Composition) -> list[Slab]:
    """Nothing in the way of a pen but what the row begins with, or a line between answers of one cell."""
    if begun and (known := [piece for piece in head.said(begun) if piece.text]):
        return _pieces(known, wide, composition)
    count = len(head.labels) - 1
    return dotted(count, room=_inside(wide), style=composition.style) if count else []


def _label(text: str, wide: float, composition: Composition) -> list[Slab]:
    style = composition.style
    if not text:
        return []
    size, leading = style.small, style.small_leading
    return prose(text, room=_inside(wide), size=size, leading=leading, hand=Hand.STRONG)


def _pad(style: Style) -> float:
    return max(style.pad - 1.5, _CLOSEST)


def _inside(wide: float) -> float:
    return max(wide - 2 * INSET, 12.0)


def _row(slabs: Sequence[list[Slab]], wide: Sequence[float], mark: list[Slab] | None) -> Row:
    """Cells side by side; `mark` is what a ranked row has before them, None in any other table."""
    cells = [Cell(x=0, width=NUMBER, slabs=(), shaded=True)]
    x = NUMBER
    if mark is not None:
        cells.append(Cell(x=x, width=_LETTER, slabs=tuple(mark), tag="TH"))
        x += _LETTER
    for piece, each in zip(slabs, wide, strict=True):
        cells.append(Cell(x=x, width=each, inset=INSET, slabs=tuple(piece), ruled=True))
        x += each
    return Row(cells=tuple(cells) if mark is None else level(cells), joined=True, part="body")
