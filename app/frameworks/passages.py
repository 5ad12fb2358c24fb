"""Every passage of a sheet that was written in words: read one by one, and perhaps put in other words."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.frameworks.asked import asked
from app.frameworks.kinds import TEXTS
from app.models.form import Form, Question, Values

Change = Callable[[str, Question, str, bool], str]
"""(place, question, words, whether it is somebody's in any case) → the words to print instead."""

_END = re.compile(r"((?<=[.!?…])(?<!\bM\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bFr\.)(?<!\bHr\.)\s+(?![»“”])|\n+)")
_OWN = ("student.", "practitioner.", "unit.", "case.", "partner.", "record.", "today")
_PEOPLE = ("guardians", "household")


def with_passages(
    *, form: Form, values: Values, facts: Mapping[str, str], change: Change
) -> tuple[Values, dict[str, str]]:
    """Values and facts as `change` leaves them; only what stands on the paper is read."""
    said, known = dict(values), dict(facts)
    read: set[str] = set()
    for question in asked(form=form, values=values, facts=facts):
        if not question.prints:
            continue
        if question.kind in ("fact", "signature"):
            source = question.source
            if known.get(source) and source not in read and not source.startswith(_OWN):
                sure = source.startswith(_PEOPLE)
                known[source] = _lines(known[source], f"fact:{source}", question, sure, change)
                read.add(source)
            continue
        if question.key in said:
            said[question.key] = _value(question, said[question.key], change)
        other = f"{question.key}:other"
        if isinstance(said.get(other), str):
            said[other] = _text(said[other], other, question, False, change)
    return said, known


def _value(question: Question, value: Any, change: Change) -> Any:
    key = question.key
    if isinstance(value, str) and question.kind in TEXTS:
        return _text(value, key, question, question.kind == "person", change)
    if not isinstance(value, list):
        return value
    if question.kind == "documents":
        return [_text(line, f"{key}.{at}", question, False, change) for at, line in enumerate(value)]
    if question.kind in ("marked_text", "tasks", "table"):
        return [_row(question, at, row, change) for at, row in enumerate(value)]
    return value


def _row(question: Question, at: int, row: dict[str, Any], change: Change) -> dict[str, Any]:
    if question.kind == "table":
        sure = {column.key: column.kind == "person" for column in question.columns if column.kind in TEXTS}
        sure |= {f"{column.key}:other": False for column in question.columns}
    else:
        sure = {"text": row.get("mark") == "reported", "who": True}
    return {
        name: _text(cell, f"{question.key}.{at}.{name}", question, sure[name], change)
        if name in sure and isinstance(cell, str)
        else cell
        for name, cell in row.items()
    }


def _text(text: str, place: str, question: Question, sure: bool, change: Change) -> str:
    """Sentence by sentence; what stands between them stays."""
    return _each(_END.split(text), place, question, sure, change)


def _lines(text: str, place: str, question: Question, sure: bool, change: Change) -> str:
    """Line by line: a fact names one person on each."""
    return _each(re.split(r"(\n+)", text), place, question, sure, change)


def _each(parts: list[str], place: str, question: Question, sure: bool, change: Change) -> str:
    return "".join(
        part if at % 2 or not part.strip() else change(place, question, part, sure)
        for at, part in enumerate(parts)
    )
