"""One row of a table to one student, or to the reason why not."""

from collections.abc import Mapping as Named
from datetime import date

from app.exchange.rosters import reasons
from app.exchange.rosters.cells import MAX_LENGTH, clean, is_name, neutral
from app.exchange.rosters.dates import NotADate, Order, read_date
from app.exchange.rosters.entry import RejectedLine, RosterEntry, SkippedLine
from app.exchange.rosters.full_name import split_name
from app.exchange.rosters.untrusted_text import UNKNOWN

_NAMES = ("family_name", "given_name", "used_name", "full_name")
_PLAIN = ("class_name", "key", "email", "street", "postcode", "city")
_GENDERS = {
    **dict.fromkeys(("f", "w", "female", "féminin", "fille", "femme", "weiblich", "2"), "f"),
    **dict.fromkeys(("m", "h", "g", "male", "masculin", "garçon", "homme", "männlich", "1"), "m"),
    **dict.fromkeys(("x", "d", "divers", "other", "autre"), "x"),
}
_OLDEST = date(1980, 1, 1)
_YOUNGEST_YEARS = 2


class Refused(Exception):  # not a failure of the program
    """The line cannot be taken; `reason` is a sentence of `reasons`."""

    def __init__(self, reason: str) -> None:
        super().__init__(type(self).__name__)
        self.reason = reason


def read_row(
    *, line: int, cells: Named[str, str], orders: Named[str, Order], today: date
) -> RosterEntry | RejectedLine | SkippedLine:
    """What a line came to. `cells` holds the raw cell, `orders` the way of writing dates, by field."""
    try:
        raw = "".join(cells.values())
        if UNKNOWN in raw:
            raise Refused(reasons.UNREADABLE)
        words = {field: clean(cell) for field, cell in cells.items()}
        if any(len(cell) > MAX_LENGTH for cell in words.values()):
            raise Refused(reasons.TOO_LONG)
        family, given = _names(words)
        birth_date = _birth_date(words.get("birth_date", ""), orders.get("birth_date", "day"), today)
        exit_date = _exit_date(words.get("exit_date", ""), orders.get("exit_date", "day"), today)
    except Refused as refused:
        return RejectedLine(line=line, reason=refused.reason)
    if exit_date is not None and exit_date < today:
        return SkippedLine(line=line, reason=reasons.LEFT)
    return RosterEntry(
        line=line,
        family_name=family,
        given_name=given,
        used_name=words.get("used_name", "") if words.get("used_name") != family else "",
        birth_date=birth_date,
        gender=_GENDERS.get(words.get("gender", "").casefold(), ""),
        phone=neutral(words.get("phone", ""), keep="+"),
        doubt=_doubt(family, given, birth_date, today),
        **{field: neutral(words.get(field, "")) for field in _PLAIN},
    )


def _names(words: Named[str, str]) -> tuple[str, str]:
    """Family name and given name; one of them may be empty. Raises Refused."""
    written = [words[field] for field in _NAMES if words.get(field)]
    if not written:
        raise Refused(reasons.NO_NAME)
    if not all(is_name(name) for name in written):
        raise Refused(reasons.NOT_A_NAME)
    family, given = words.get("family_name", ""), words.get("given_name", "")
    if words.get("full_name") and not (family and given):
        parts = split_name(words["full_name"])
        if parts is None:
            raise Refused(reasons.ONE_CELL)
        return parts
    if not (family or given):
        raise Refused(reasons.NO_NAME)
    return family, given


def _birth_date(cell: str, order: Order, today: date) -> date | None:
    try:
        return read_date(cell, order=order, latest=today)
    except NotADate:
        raise Refused(reasons.BIRTH_DATE) from None


def _exit_date(cell: str, order: Order, today: date) -> date | None:
    try:
        return read_date(cell, order=order, latest=date(today.year + 20, 1, 1))
    except NotADate:
        raise Refused(reasons.EXIT_DATE) from None


def _doubt(family: str, given: str, birth_date: date | None, today: date) -> str:
    if not (family and given):
        return reasons.ONE_NAME
    if birth_date is None:
        return ""
    if birth_date > today:
        return reasons.BORN_LATER
    if birth_date.year > today.year - _YOUNGEST_YEARS:
        return reasons.BORN_YESTERDAY
    return reasons.BORN_LONG_AGO if birth_date < _OLDEST else ""
