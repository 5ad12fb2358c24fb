"""The figures of requests and advice: numbers only."""

from collections import Counter
from collections.abc import Iterable
from statistics import median

from app.actions.demand.look_at_demand import Demand
from app.models.discreet import Discreet

Counted = list[tuple[str, int]]


class Figures(Discreet, frozen=True, kw_only=True):
    """Pairs of code and number, most first; "" is what nobody said.

    `typical` is the median of days to the first contact, None without any; `late` waited longer than the
    limit, or still do. `carried` came before the year and were first seen in it.
    """

    requests: int
    seen: int
    waiting: int
    unfollowed: int
    carried: int
    typical: float | None
    late: int
    by_origin: Counted
    by_reason: Counted
    by_outcome: Counted
    by_school: Counted
    advice: int
    minutes: int
    untimed: int
    by_topic: list[tuple[str, str, int, int]]  # topic, who asked, how often, minutes


def count_demand(demand: Demand, *, limit: int) -> Figures:
    """Of one school year; `limit` is how many days a first contact may take."""
    asked, advice = demand.asked, demand.advice
    requests = [one.request for one in asked]
    seen = [one.days for one in asked if one.contact is not None and one.days is not None]
    pairs = Counter((one.topic, one.origin) for one in advice)
    spent: Counter[tuple[str, str]] = Counter()
    for one in advice:
        spent[one.topic, one.origin] += one.minutes or 0
    return Figures(
        requests=len(asked),
        seen=len(seen),
        waiting=sum(one.is_waiting for one in requests),
        unfollowed=sum(one.is_unfollowed for one in requests),
        carried=sum(one.contact is not None for one in demand.earlier),
        typical=median(seen) if seen else None,
        late=sum(
            one.days is not None and one.days > limit
            for one in asked
            if one.contact is not None or one.request.is_waiting
        ),
        by_origin=_counted(one.origin for one in requests),
        by_reason=_counted(one.reason for one in requests),
        by_outcome=_counted(one.outcome for one in requests),
        by_school=_counted(one.school_id or "" for one in requests),
        advice=len(advice),
        minutes=sum(one.minutes or 0 for one in advice),
        untimed=sum(one.minutes is None for one in advice),
        by_topic=[
            (*pair, n, spent[pair]) for pair, n in sorted(pairs.items(), key=lambda one: (-one[1], one[0]))
        ],
    )


def _counted(codes: Iterable[str]) -> Counted:
    return sorted(Counter(codes).items(), key=lambda one: (-one[1], one[0]))
