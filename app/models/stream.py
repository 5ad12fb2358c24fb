"""An unbroken row of packages between two notebooks."""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now

Direction = Literal["out", "in"]


class Stream(Discreet, frozen=True, kw_only=True):
    """Creation, restoring and a second machine each begin another one; a fork inside one is damage.

    `place` says which copy of the notebook it began in, "" for one that came or is older than that.
    """

    id: str = msgspec.field(default_factory=new_id)
    correspondent_id: str
    direction: Direction
    last_sequence: int = 0
    last_hash: str = ""
    started_at: str = msgspec.field(default_factory=now)
    place: str = ""
