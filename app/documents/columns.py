"""The columns of a table: what each is called, what it says, how wide it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.documents.composition import Composition
from app.documents.fonts import Hand, legible, width
from app.documents.style import INSET
from app.frameworks.show import shown
from app.models.form import Column, Question


@dataclass(frozen=True, slots=True)
class Head:
    """One column; `said` gives a row's words in it, `share` its part of the width."""

    label: str
    share: float
    said: Callable[[dict[str, Any]], str]


def heads(*, question: Question, composition: Composition) -> list[Head]:
    """The columns a table question names, or what, who and by when for decisions."""
    if question.kind == "tasks":
        return _tasks(composition)
    return [_head(column, composition) for column in question.columns]


def widths(
    *, columns: Sequence[Head], rows: Sequence[Sequence[str]], room: float, composition: Composition
) -> list[float]:
    """Their shares of `room` points, moved so that no word is cut as long as others have width to spare."""
    shares = [column.share / sum(each.share for each in columns) * room for column in columns]
    body, small = composition.style.body, composition.style.small
    needs = [
        max(
            _longest(column.label, Hand.STRONG, small),
            *(_longest(row[at], Hand.PLAIN, body) for row in rows),
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


def _longest(text: str, hand: Hand, size: float) -> float:
    return max((width(word, hand, size) for word in legible(text, hand).split()), default=0.0)


def _tasks(composition: Composition) -> list[Head]:
    locale = composition.locale

    def when(row: dict[str, Any]) -> str:
        return locale.date(date.fromisoformat(row["due"])) if row.get("due") else ""

    return [
        Head(locale.text("What"), 3.0, lambda row: row["text"]),
        Head(locale.text("Who"), 1.1, lambda row: row.get("who") or ""),
        Head(locale.text("By when"), 0.9, when),
    ]


def _head(column: Column, composition: Composition) -> Head:
    def said(row: dict[str, Any]) -> str:
        return shown(
            question=column,
            value=row.get(column.key),
            lists=composition.subject.lists,
            locale=composition.locale,
            other=row.get(f"{column.key}:other") or "",
        )

    return Head(composition.locale.words(column.label), max(column.width, 0.1), said)
