"""With whom a case is, once several computers and letters have said so."""

from collections.abc import Iterable

import msgspec

from app.models.handover import Handover
from app.storage.notebook import Notebook


def settle_given(notebook: Notebook, *, case_ids: Iterable[str]) -> None:
    """The same follows from the same lines, in whatever order they came to be here. Inside a change.

    A receipt for a package that was written again counts for the one that took its place. What came back
    later than it left is no longer away.
    """
    handovers = notebook.transfers.handovers
    for turns in handovers.of_cases(case_ids).values():
        received = [one for one in turns if one.direction == "in"]
        given = [one for one in turns if one.direction == "out"]
        former: Handover | None = None
        for one in given:
            at = one.acknowledged_at
            if not at and former is not None and former.correspondent_id == one.correspondent_id:
                at = former.acknowledged_at if former.ended_how == "again" else None
                if at:
                    handovers.acknowledge(one, at)
            former = msgspec.structs.replace(one, acknowledged_at=at)
        for one in given:
            back = [each for each in received if _turn(each) > _turn(one)]
            if back and not one.ended_at:
                handovers.agree(
                    msgspec.structs.replace(
                        _now(notebook, one), ended_at=back[0].at, ended_how="came_back", steps=one.steps + 1
                    )
                )


def _turn(one: Handover) -> tuple[int, str]:
    return one.turn, one.package_id


def _now(notebook: Notebook, one: Handover) -> Handover:
    return notebook.transfers.handovers.find(one) or one
