"""The columns of a table: what each is called, what it says, how wide it is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from app.documents.composition import Composition
from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.quotes import quoted
from app.documents.style import INSET
from app.frameworks.asked import columns_asked
from app.frameworks.computed import column_total
from app.frameworks.show import shown
from app.frameworks.stacks import stacks
from app.models.discreet import Discreet
from app.models.form import Column, Question


class Piece(NamedTuple):
    """Words in one hand; a cell may hold several, one under the other."""

    text: str
    hand: Hand = Hand.PLAIN


class Head(Discreet, frozen=True):
    """One column, or several under each other; `said` gives a row's words, `share` the part of the width.

    `total` gives what the rows come to together, nothing for a column that is not added up.
    """

    labels: Sequence[Piece]
    share: float
    said: Callable[[dict[str, Any]], Sequence[Piece]]
    total: Callable[[list[dict[str, Any]]], list[Piece]] = lambda rows: []


def heads(*, question: Question, composition: Composition) -> list[Head]:
    """The columns a table question names, or what, who and by when for decisions."""
    if question.kind == "tasks":
        return _tasks(composition)
    asked = columns_asked(question=question, facts=composition.subject.facts)
    return [_head(stack, composition) for stack in stacks(asked)]


def widths(
    *,
    columns: Sequence[Head],
    rows: Sequence[Sequence[Sequence[Piece]]],
    room: float,
    composition: Composition,
) -> list[float]:
    """Their shares of `room` points, moved so that no word is cut as long as others have width to spare."""
    shares = [column.share / sum(each.share for each in columns) * room for column in columns]
    body, small = composition.style.body, composition.style.small
    needs = [
        max(
            *(_longest(label, small) for label in column.labels),
            *(_longest(piece, body) for row in rows for piece in row[at]),
            0,
        )
        + 2 * INSET
        + 0.1
        for at, column in enumerate(columns)
    ]
    missing = sum(max(need - share, 0.0) for need, share in zip(needs, shares, strict=True))
    spare = sum(max(share - need, 0.0) for need, share in zip(needs, shares, strict=True))
    given = min(1.0, spare / missing) if missing else 0.0
    taken = min(1.0, missing / spare) if spare else 0.0
    return [
        share + (need - share) * (given if need > share else taken)
        for need, share in zip(needs, shares, strict=True)
    ]


def _longest(piece: Piece, size: float) -> float:
    return max(
        (width(word, piece.hand, size) for word in legible(piece.text, piece.hand).split()), default=0.0
    )


def _tasks(composition: Composition) -> list[Head]:
    locale = composition.locale

    def when(row: dict[str, Any]) -> str:
        return locale.date(date.fromisoformat(row["due"])) if row.get("due") else ""

    def head(label: str, share: float, said: Callable[[dict[str, Any]], str]) -> Head:
        return Head([Piece(label, Hand.STRONG)], share, lambda row: [Piece(said(row))])

    return [
        head(locale.text("What"), 3.0, lambda row: row["text"]),
        head(locale.text("Who"), 1.1, lambda row: row.get("who") or ""),
        head(locale.text("By when"), 0.9, when),
    ]


def _head(stack: Sequence[Column], composition: Composition) -> Head:
    words = composition.locale.words
    labels = [Piece(words(stack[0].label), Hand.STRONG)]
    labels += [Piece(words(column.label), Hand.SLANTED) for column in stack[1:]]
    return Head(
        labels,
        max(stack[0].width, 0.1),
        lambda row: _said(stack, row, composition),
        lambda rows: _total(stack, rows, composition),
    )


def _total(stack: Sequence[Column], rows: list[dict[str, Any]], composition: Composition) -> list[Piece]:
    said = [
        shown(
            question=column,
            value=column_total(column=column, rows=rows),
            lists={},
            locale=composition.locale,
        )
        for column in stack
        if column.total
    ]
    return [Piece(words, Hand.STRONG) for words in said if words]


def _said(stack: Sequence[Column], row: dict[str, Any], composition: Composition) -> list[Piece]:
    """One piece a column down to the last that says something, in the order of their labels."""
    pieces = [_piece(column, row, composition, under=column is not stack[0]) for column in stack]
    while len(pieces) > 1 and not pieces[-1].text:
        pieces.pop()
    return [piece if piece.text or len(pieces) == 1 else Piece("–") for piece in pieces]


def _piece(column: Column, row: dict[str, Any], composition: Composition, *, under: bool) -> Piece:
    text = shown(
        question=column,
        value=row.get(column.key),
        lists=composition.subject.lists,
        locale=composition.locale,
        other=row.get(f"{column.key}:other") or "",
    )
    if column.kind == "quotation":
        return Piece(quoted(text, language=composition.locale.code), Hand.SPOKEN)
    return Piece(text, Hand.SLANTED if under else Hand.PLAIN)
