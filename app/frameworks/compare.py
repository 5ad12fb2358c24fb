"""What changed on a sheet from one version to the next."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from app.frameworks.kinds import ELSEWHERE, is_empty
from app.frameworks.rows import alike
from app.models.form import Form, Question, Values

Change = Literal["added", "removed", "changed"]
Row = dict[str, Any]


class Difference(msgspec.Struct, kw_only=True, frozen=True):
    """One change to one question, in plain values.

    In a table `row_before` and `row_after` are positions from 0, None where the row is not there, and
    `column` says which cell changed; without one it is the row as a whole, or its rank. Of documents
    and of several choices it is the one that came or went.
    """

    question: str
    change: Change
    before: Any = None
    after: Any = None
    row_before: int | None = None
    row_after: int | None = None
    column: str = ""

    def __repr__(self) -> str:
        """Name the question, not what was said."""
        return f"<Difference {self.change} {self.question}>"


def compare(*, form: Form, before: Values, after: Values) -> list[Difference]:
    """Every change, question by question in the order of the form; nothing for two equal sheets.

    What nobody types on a screen is left aside. The order of rows counts only where it is a ranking.
    """
    found: list[Difference] = []
    for question in form.questions:
        if question.kind not in ELSEWHERE and question.screen:
            old, new = (_said(question, values) for values in (before, after))
            found += _question(question, old, new, before, after)
    return found


def _said(question: Question, values: Values) -> Any:
    value = values.get(question.key)
    return None if is_empty(kind=question.kind, value=value) else value


def _question(question: Question, old: Any, new: Any, before: Values, after: Values) -> Iterator[Difference]:
    key = question.key
    specified = before.get(f"{key}:other") != after.get(f"{key}:other")
    match question.kind:
        case "table":
            yield from _rows(question, old or [], new or [])
        case "documents" | "marked_text":
            yield from _entries(key, old or [], new or [])
        case "several_of" if not specified:
            yield from _entries(key, old or [], new or [])
        case _ if old != new or (specified and old is not None):
            yield Difference(question=key, change=_change(old, new), before=old, after=new)


def _change(old: Any, new: Any) -> Change:
    return "added" if old is None else "removed" if new is None else "changed"


def _entries(key: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    """Those that went, then those that came; what stands there twice counts twice."""
    left = list(new)
    for entry in old:
        if entry in left:
            left.remove(entry)
        else:
            yield Difference(question=key, change="removed", before=entry)
    for entry in left:
        yield Difference(question=key, change="added", after=entry)


def _rows(question: Question, old: list[Row], new: list[Row]) -> Iterator[Difference]:
    old = [row for row in old if not is_empty(kind="table", value=row)]
    new = [row for row in new if not is_empty(kind="table", value=row)]
    pairs = alike(question=question, before=old, after=new)
    kept = {there: here for here, there in pairs}
    for here, row in enumerate(old):
        if here not in kept.values():
            yield Difference(question=question.key, change="removed", before=row, row_before=here)
    for there, row in enumerate(new):
        if there not in kept:
            yield Difference(question=question.key, change="added", after=row, row_after=there)
        else:
            yield from _row(question, kept[there], old[kept[there]], there, row)


def _row(question: Question, here: int, old: Row, there: int, new: Row) -> Iterator[Difference]:
    place = {"question": question.key, "row_before": here, "row_after": there}
    if question.ranked and here != there:
        yield Difference(change="changed", before=old, after=new, **place)  # type: ignore[arg-type]
    for column in question.columns:
        was, now = (cell(row, column.key) for row in (old, new))
        if was != now:
            change = _change(was, now)
            yield Difference(change=change, before=was, after=now, column=column.key, **place)  # type: ignore[arg-type]


def cell(row: Row, key: str) -> Any:
    """What a row says in one column: its value, with what "other" stands for a pair, None for nothing."""
    value, other = row.get(key), row.get(f"{key}:other")
    if is_empty(kind="", value=value):
        return None
    return value if is_empty(kind="text", value=other) else [value, other]
