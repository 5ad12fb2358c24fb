"""A sealed file that left or came."""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now
from app.models.stream import Direction

State = Literal["written", "handed_over", "acknowledged", "dropped"]


class Package(Discreet, frozen=True, kw_only=True):
    """`hash` is SHA-256 of its header line; `counts` how many records of each kind it holds.

    `previous` is the hash of the one before it in its stream, None for one that came before this was kept.
    `acknowledged_at` is set on what left once the other side's receipt was read here, and on what came
    once the receipt was written. `applied`, `conflicts` and `refused` (record: code) are on what left
    what its newest receipt says, on what came what became of it here. `steps` counts how often it was said
    how far it has got.
    """

    id: str = msgspec.field(default_factory=new_id)
    correspondent_id: str
    direction: Direction
    kind: Literal["records", "acknowledgement"]
    stream_id: str
    sequence: int
    hash: str
    previous: str | None = None
    at: str = msgspec.field(default_factory=now)
    counts: dict[str, int] = {}
    handed_over_at: str | None = None
    reminded_at: str | None = None
    dropped_at: str | None = None
    acknowledged_at: str | None = None
    applied: int | None = None
    conflicts: list[str] = []
    refused: dict[str, str] = {}
    case_ids: list[str] = []
    steps: int = 0

    @property
    def state(self) -> State:
        """How far something that left has got; a receipt counts whatever was said of it before."""
        if self.acknowledged_at:
            return "acknowledged"
        if self.dropped_at:
            return "dropped"
        return "handed_over" if self.handed_over_at else "written"

    @property
    def waits_since(self) -> str:
        """The moment from which its receipt is waited for: a reminder begins the waiting anew."""
        return self.reminded_at or self.handed_over_at or self.at
