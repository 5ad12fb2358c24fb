"""Something a unit proposed to a practitioner."""

from typing import Literal

from app.models.discreet import Discreet
from app.models.stream import Direction

About = Literal["case", "partner", "roster", "school", "unit_file"]
Answer = Literal["", "accepted", "declined"]


class Proposed(Discreet, frozen=True, kw_only=True):
    """Identifiers and codes alone: what was proposed is in the package and, once accepted, in the record.

    `direction` says whether it left here or came; `answer` is "" until somebody decided.
    """

    id: str
    correspondent_id: str
    package_id: str
    direction: Direction
    about: About
    record_id: str = ""
    at: str
    answer: Answer = ""
    answered_at: str = ""
