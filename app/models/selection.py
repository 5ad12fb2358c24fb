"""Which cases one hands over to somebody: what they have in common, never a list of them."""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id

CaseState = Literal["open", "closed", "any"]
Shared = Literal["any", "before", "never"]


class Selection(Discreet, frozen=True, kw_only=True):
    """`shared`: whether the correspondent was sent the case before. No service or school named: every one."""

    id: str = msgspec.field(default_factory=new_id)
    name: str
    correspondent_id: str
    state: CaseState = "open"
    shared: Shared = "any"
    framework: str = ""
    school_id: str = ""
