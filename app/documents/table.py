"""Questions answered in rows: tables, and decisions as what, who, by when."""

from collections.abc import Sequence
from dataclasses import replace

from app.documents.boxes import number_cell
from app.documents.columns import heads, widths
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.row import Cell, Row, level
from app.documents.slab import Slab, prose
from app.documents.style import INSET, NUMBER, WIDTH
from app.frameworks.kinds import is_empty
from app.models.form import Question

_FEWEST = 3  # rows on blank paper
_SHORT = 8  # lines of a row that is not torn apart
_TOGETHER = 8  # a table of so few rows is not torn apart


def table(*, question: Question, above: int | None, composition: Composition) -> list[Row]:
    """Title, header and rows; no row when nothing was said on filled paper."""
    said = [row for row in composition.value(question) or [] if not is_empty(kind=question.kind, value=row)]
    if not said and not composition.blank:
        return []
    style = composition.style
    columns = heads(question=question, composition=composition)
    texts = [[column.said(row) for column in columns] for row in said]
    wide = widths(columns=columns, rows=texts, room=WIDTH - NUMBER, composition=composition)
    opening = number_cell(number=question.number, style=style)
    header = replace(
        _row([_label(each.label, room, composition) for each, room in zip(columns, wide, strict=True)], wide),
        pad=style.pad - 1.5,
        opening=opening,
        held=True,
    )
    rows = [_title(question, above, composition), header]
    for row in texts:
        cells = [_text(text, room, composition) for text, room in zip(row, wide, strict=True)]
        whole = max(len(slabs) for slabs in cells) <= _SHORT
        rows.append(replace(_row(cells, wide), pad=style.pad - 1.5, opening=opening, whole=whole))
    if composition.blank:
        empty = replace(_row([[] for _ in wide], wide), least=style.pitch, opening=opening)
        rows += [empty] * max(question.lines, _FEWEST)
    rows = [*rows[:2], *(replace(row, heading=(header,)) for row in rows[2:])]
    if len(rows) <= _TOGETHER:
        rows = [*(replace(row, held=True) for row in rows[:-1]), rows[-1]]
    return [replace(row, point=question.number) for row in rows]


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
        cells=level(cells), pad=style.pad - 1, gap=0.0 if joined else style.gap, joined=joined, held=True
    )


def _text(text: str, wide: float, composition: Composition) -> list[Slab]:
    style = composition.style
    return prose(text, room=_inside(wide), size=style.body, leading=style.leading) if text else []


def _label(text: str, wide: float, composition: Composition) -> list[Slab]:
    style = composition.style
    if not text:
        return []
    size, leading = style.small, style.small_leading
    return prose(text, room=_inside(wide), size=size, leading=leading, hand=Hand.STRONG)


def _inside(wide: float) -> float:
    return max(wide - 2 * INSET, 12.0)


def _row(slabs: Sequence[list[Slab]], wide: Sequence[float]) -> Row:
    cells = [Cell(x=0, width=NUMBER, slabs=(), shaded=True)]
    x = NUMBER
    for piece, each in zip(slabs, wide, strict=True):
        cells.append(Cell(x=x, width=each, inset=INSET, slabs=tuple(piece), ruled=True))
        x += each
    return Row(cells=tuple(cells), joined=True)
