"""A sealed file that left or came."""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now
from app.models.stream import Direction


class Package(Discreet, frozen=True, kw_only=True):
    """`hash` is SHA-256 of its header line; `counts` how many records of each kind it holds.

    `acknowledged_at` is set on what left once the other side's receipt was read here, and on what came
    once the receipt was written.
    """

    id: str = msgspec.field(default_factory=new_id)
    correspondent_id: str
    direction: Direction
    kind: Literal["records", "acknowledgement"]
    stream_id: str
    sequence: int
    hash: str
    at: str = msgspec.field(default_factory=now)
    counts: dict[str, int] = {}
    acknowledged_at: str | None = None
    case_ids: list[str] = []
