"""A case that was given to a colleague for good, or came from one."""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now
from app.models.stream import Direction

End = Literal["", "again", "came_back", "taken_back"]


class Handover(Discreet, frozen=True, kw_only=True):
    """`turn` counts how often the case has changed hands, as far as this notebook knows.

    What left is acknowledged once the receiver says that they have it, what came once this was said.
    `held_back`: something of it was refused here, so nobody says so yet. `why` is what was written when
    the case was taken back without a package. `steps` counts how often it was ended or that was undone.
    """

    id: str = msgspec.field(default_factory=new_id)
    case_id: str
    correspondent_id: str
    package_id: str
    direction: Direction
    turn: int
    held_back: bool = False
    at: str = msgspec.field(default_factory=now)
    acknowledged_at: str | None = None
    ended_at: str | None = None
    ended_how: End = ""
    why: str = ""
    steps: int = 0
