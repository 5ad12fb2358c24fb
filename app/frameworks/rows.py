"""Which row of a table is which, from one version to the next: rows carry no identifier."""

from collections.abc import Callable
from typing import Any

from app.frameworks.kinds import TEXTS, is_empty
from app.models.folding import fold
from app.models.form import Question

Row = dict[str, Any]


def alike(*, question: Question, before: list[Row], after: list[Row]) -> list[tuple[int, int]]:
    """Pairs of positions (before, after) of rows that are one and the same thing.

    First equal rows, then those that begin with the same words, then those with at least half of
    their cells in common. No row is in two pairs.
    """
    lead = next((column.key for column in question.columns if column.kind in TEXTS), "")
    same: list[Callable[[Row, Row], bool]] = [
        lambda old, new: old == new,
        lambda old, new: _words(old, lead) == _words(new, lead) != "",
        _half_in_common,
    ]
    pairs: list[tuple[int, int]] = []
    for rule in same:
        for here, old in enumerate(before):
            if any(here == known for known, _ in pairs):
                continue
            taken = {known for _, known in pairs}
            there = next((at for at, new in enumerate(after) if at not in taken and rule(old, new)), None)
            if there is not None:
                pairs.append((here, there))
    return sorted(pairs)


def _words(row: Row, lead: str) -> str:
    return fold(str(row.get(lead) or ""))


def _half_in_common(old: Row, new: Row) -> bool:
    cells = [{(key, str(value)) for key, value in row.items() if not is_empty(kind="", value=value)}
             for row in (old, new)]  # fmt: skip
    return 2 * len(cells[0] & cells[1]) >= max(map(len, cells)) > 1
