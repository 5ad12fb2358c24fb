"""Which copies are kept: the last ones, one a day, one a month, as far as there is room."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from app.models.copy import Copy

RECENT, DAILY, MONTHLY = 10, 14, 12
_ASTRAY = timedelta(days=1)  # a copy from further ahead was made under a clock that was wrong


def to_drop(copies: Sequence[Copy], *, newest: Copy, now: datetime, budget: int) -> list[Copy]:
    """The copies that go, oldest first. `newest`, which was just proved, is never among them.

    The budget, in bytes, comes after the rotation.
    """
    ordered = sorted((copy for copy in copies if copy != newest), key=_age(now))
    ordered.append(newest)
    kept = _rotated(ordered)
    drop = [copy for copy in ordered if copy not in kept]
    used = sum(copy.size for copy in kept)
    for copy in ordered[:-1]:
        if used <= budget:
            break
        if copy in kept:
            used -= copy.size
            drop.append(copy)
    return drop


def _age(now: datetime) -> Callable[[Copy], tuple[bool, Copy]]:
    """Oldest first; what comes from the future says nothing about its age and goes before all others."""
    return lambda copy: (copy.made <= now + _ASTRAY, copy)


def _rotated(ordered: list[Copy]) -> set[Copy]:
    days = {copy.made.date(): copy for copy in ordered}
    months = {(copy.made.year, copy.made.month): copy for copy in ordered}
    last_of = [list(days.values())[-DAILY:], list(months.values())[-MONTHLY:]]
    return {*ordered[-RECENT:], *(copy for group in last_of for copy in group)}
