"""A record written on both sides since they last agreed."""

from typing import Any

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now

DECIDING = "deciding "
"""A preference for each record, `DECIDING` and its identifier: what is chosen so far and not decided yet."""


class Conflict(Discreet, frozen=True, kw_only=True):
    """Both versions and what they come from; nothing is overwritten meanwhile.

    Versions are {"fields": {attribute: value}, "answers": […]}; `ancestor` is None when both began apart.
    """

    id: str = msgspec.field(default_factory=new_id)
    kind: str
    record_id: str
    correspondent_id: str
    package_id: str
    ancestor: dict[str, Any] | None = None
    ours: dict[str, Any]
    theirs: dict[str, Any]
    their_revision: str
    at: str = msgspec.field(default_factory=now)
    settled_at: str | None = None

    def __repr__(self) -> str:
        """Name the record, not what is written in it."""
        return f"<Conflict {self.kind} {self.record_id[:8]}>"
