"""What is too much for one package is cut into several, each of which can be read alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from app.exchange.package import limits
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT, LEANS_ON

_AROUND_PIECE = 100  # bytes of a line that are not content


def in_parts(
    lines: Sequence[RecordLine],
    *,
    beside: Mapping[str, str] | None = None,
    leans_on: Iterable[str] = tuple(LEANS_ON),
) -> list[list[RecordLine]]:
    """The lines in their order, cut where a package would hold more than a reader takes.

    Whatever a line leans on stands in its own part, so that a part that is lost holds back nothing of the
    others: students, cases and partners may come more than once. `beside` names by identifier another line
    that goes along in the same way. An attachment counts with its bytes.
    """
    if _fits(lines):
        return [list(lines)]
    known = {line.id: line for line in lines}
    parts: list[dict[str, RecordLine]] = [{}]
    size = n = 0
    for line in lines:
        needed = {one.id: one for one in _with(line, known, beside or {}, tuple(leans_on))}
        news = {key: one for key, one in needed.items() if key not in parts[-1]}
        more = sum(map(_size, news.values()))
        ones = count(news.values())
        full = n + ones > limits.MOST_RECORDS or size + more > limits.LARGEST_TOTAL
        if parts[-1] and full:
            parts.append(needed)
            size, n = sum(map(_size, needed.values())), count(needed.values())
        else:
            parts[-1] |= news
            size, n = size + more, n + ones
    return [list(part.values()) for part in parts]


def _fits(lines: Sequence[RecordLine]) -> bool:
    if count(lines) > limits.MOST_RECORDS:
        return False
    most = count(lines) * limits.LARGEST_LINE
    return most <= limits.LARGEST_TOTAL or sum(map(_size, lines)) <= limits.LARGEST_TOTAL


def count(lines: Iterable[RecordLine]) -> int:
    """How many lines these are with those of their bytes."""
    return sum(1 + line.pieces for line in lines)


def _size(line: RecordLine) -> int:
    own = len(msgspec.json.encode(line)) + 1
    if not line.pieces:
        return own
    return own + line.pieces * (_AROUND_PIECE + 4) + 4 * int(line.fields["size"]) // 3


def _with(
    line: RecordLine,
    known: Mapping[str, RecordLine],
    beside: Mapping[str, str],
    leans_on: Sequence[str],
    depth: int = 4,
) -> Iterator[RecordLine]:
    """What a line leans on, and then the line."""
    names = [*leans_on, "record_id"] if line.kind == ATTACHMENT else leans_on
    for name in (*(str(line.fields.get(one) or "") for one in names), beside.get(line.id, "")):
        if depth and name in known and name != line.id:
            yield from _with(known[name], known, beside, leans_on, depth - 1)
    yield line
