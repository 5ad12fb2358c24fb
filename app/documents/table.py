"""Questions answered in rows: tables, and decisions as what, who, by when."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.documents.boxes import number_cell
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.row import Cell, Row, level
from app.documents.slab import Slab, prose
from app.documents.style import INSET, NUMBER, WIDTH
from app.frameworks.kinds import is_empty
from app.frameworks.show import shown
from app.models.form import Column, Question

_FEWEST = 3  # rows on blank paper
_SHORT = 8  # lines of a row that is not torn apart
_TOGETHER = 8  # a table of so few lines is not torn apart


@dataclass(frozen=True, slots=True)
class _Head:
    label: str
    share: float
    said: Callable[[dict[str, Any]], str]


def table(*, question: Question, above: int | None, composition: Composition) -> list[Row]:
    """Title, header and rows; no row when nothing was said on filled paper."""
    said = [row for row in composition.value(question) or [] if not is_empty(kind=question.kind, value=row)]
    if not said and not composition.blank:
        return []
    heads = _tasks(composition) if question.kind == "tasks" else _columns(question, composition)
    style = composition.style
    opening = number_cell(number=question.number, style=style)
    header = replace(
        _row([_label(head.label, _room(heads, head), composition) for head in heads], heads, composition),
        opening=opening,
        held=True,
    )
    rows = [_title(question, above, composition), header]
    for row in said:
        cells = [_text(head.said(row), _room(heads, head), composition) for head in heads]
        whole = max(len(slabs) for slabs in cells) <= _SHORT
        rows.append(replace(_row(cells, heads, composition), opening=opening, heading=(header,), whole=whole))
    if composition.blank:
        empty = replace(_row([[] for _ in heads], heads, composition), least=style.pitch, pad=0.0)
        rows += [replace(empty, opening=opening, heading=(header,))] * max(question.lines, _FEWEST)
    if len(rows) <= _TOGETHER:
        rows = [*(replace(row, held=True) for row in rows[:-1]), rows[-1]]
    return [replace(row, point=question.number) for row in rows]


def _title(question: Question, above: int | None, composition: Composition) -> Row:
    style = composition.style
    joined = question.number is not None and question.number == above
    room = WIDTH - NUMBER - 2 * INSET
    label = tuple(_label(composition.label(question), room, composition))
    cells = (
        number_cell(number=None if joined else question.number, style=style),
        Cell(x=NUMBER, width=WIDTH - NUMBER, inset=INSET, slabs=label),
    )
    return Row(
        cells=level(cells), pad=style.pad - 1, gap=0.0 if joined else style.gap, joined=joined, held=True
    )


def _tasks(composition: Composition) -> list[_Head]:
    locale = composition.locale
    return [
        _Head(locale.text("What"), 3.0, lambda row: row["text"]),
        _Head(locale.text("Who"), 1.1, lambda row: row.get("who") or ""),
        _Head(
            locale.text("By when"),
            0.9,
            lambda row: locale.date(date.fromisoformat(row["due"])) if row.get("due") else "",
        ),
    ]


def _columns(question: Question, composition: Composition) -> list[_Head]:
    def head(column: Column) -> _Head:
        return _Head(
            composition.locale.words(column.label),
            max(column.width, 0.1),
            lambda row: _cell(column, row, composition),
        )

    return [head(column) for column in question.columns]


def _cell(column: Column, row: dict[str, Any], composition: Composition) -> str:
    return shown(
        question=column,
        value=row.get(column.key),
        lists=composition.subject.lists,
        locale=composition.locale,
        other=row.get(f"{column.key}:other") or "",
    )


def _width(heads: list[_Head], head: _Head) -> float:
    return (WIDTH - NUMBER) * head.share / sum(each.share for each in heads)


def _room(heads: list[_Head], head: _Head) -> float:
    return max(_width(heads, head) - 2 * INSET, 12.0)


def _text(text: str, room: float, composition: Composition) -> list[Slab]:
    style = composition.style
    return prose(text, room=room, size=style.body, leading=style.leading) if text else []


def _label(text: str, room: float, composition: Composition) -> list[Slab]:
    style = composition.style
    if not text:
        return []
    return prose(text, room=room, size=style.small, leading=style.small_leading, hand=Hand.STRONG)


def _row(slabs: list[list[Slab]], heads: list[_Head], composition: Composition) -> Row:
    cells = [number_cell(number=None, style=composition.style)]
    x = NUMBER
    for head, piece in zip(heads, slabs, strict=True):
        wide = _width(heads, head)
        cells.append(Cell(x=x, width=wide, inset=INSET, slabs=tuple(piece), ruled=True))
        x += wide
    return Row(cells=tuple(cells), pad=composition.style.pad - 1.5, joined=True)
