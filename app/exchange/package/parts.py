"""What is too much for one package is cut into several, each of which can be read alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from app.exchange.package import limits
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import LEANS_ON


def in_parts(
    lines: Sequence[RecordLine],
    *,
    beside: Mapping[str, str] | None = None,
    leans_on: Iterable[str] = tuple(LEANS_ON),
) -> list[list[RecordLine]]:
    """The lines in their order, cut where a package would hold more than a reader takes.

    Whatever a line leans on stands in its own part, so that a part that is lost holds back nothing of the
    others: students, cases and partners may come more than once. `beside` names by identifier another line
    that goes along in the same way.
    """
    if _fits(lines):
        return [list(lines)]
    known = {line.id: line for line in lines}
    parts: list[dict[str, RecordLine]] = [{}]
    size = 0
    for line in lines:
        needed = {one.id: one for one in _with(line, known, beside or {}, tuple(leans_on))}
        news = {key: one for key, one in needed.items() if key not in parts[-1]}
        more = sum(map(_size, news.values()))
        full = len(parts[-1]) + len(news) > limits.MOST_RECORDS or size + more > limits.LARGEST_TOTAL
        if parts[-1] and full:
            parts.append(needed)
            size = sum(map(_size, needed.values()))
        else:
            parts[-1] |= news
            size += more
    return [list(part.values()) for part in parts]


def _fits(lines: Sequence[RecordLine]) -> bool:
    if len(lines) > limits.MOST_RECORDS:
        return False
    most = len(lines) * limits.LARGEST_LINE
    return most <= limits.LARGEST_TOTAL or sum(map(_size, lines)) <= limits.LARGEST_TOTAL


def _size(line: RecordLine) -> int:
    return len(msgspec.json.encode(line)) + 1


def _with(
    line: RecordLine,
    known: Mapping[str, RecordLine],
    beside: Mapping[str, str],
    leans_on: Sequence[str],
    depth: int = 4,
) -> Iterator[RecordLine]:
    """What a line leans on, and then the line."""
    for name in (*(str(line.fields.get(one) or "") for one in leans_on), beside.get(line.id, "")):
        if depth and name in known and name != line.id:
            yield from _with(known[name], known, beside, leans_on, depth - 1)
    yield line
