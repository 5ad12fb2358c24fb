"""A line of the ledger: what left the notebook, to whom, on what ground, when."""

from typing import Literal

import msgspec

from app.models.record import new_id, now

Scope = Literal["", "proposed", "wider", "narrower"]


class Disclosure(msgspec.Struct, kw_only=True, frozen=True, repr_omit_defaults=True):
    """Never changed after it is written, so it is no revisioned record."""

    id: str = msgspec.field(default_factory=new_id)
    at: str = msgspec.field(default_factory=now)
    record_kind: str
    record_id: str | None
    case_id: str | None
    student_id: str | None
    what: str  # form key and version, e.g. "f4-referral v1"
    means: str  # "printed", "saved" or "sent"; "phone" or "meeting" for what was said
    recipient: str
    ground: str
    language: str
    author_id: str
    conditions: str = ""  # of the ground that hold together, those said to be met, by key
    paper: str = ""  # SHA-256 of the very bytes that left, where they are kept
    circle: str = ""  # a code of list share-circles
    scope: Scope = ""  # measured by what the service proposes for that circle
    said: str = ""  # what was told by phone or in a meeting

    def __repr__(self) -> str:
        """Name the line, not the people in it."""
        return f"<Disclosure {self.id[:8]}>"
