"""Something that was erased for ever, without a word of it."""

import hashlib

import msgspec

from app.models.discreet import Discreet
from app.models.record import new_id, now


class Erasure(Discreet, frozen=True, kw_only=True):
    """`counts` are how many of each kind went; the reference of a case is all that names it.

    A list that went at once keeps its identifiers in `record_id`, a blank between them; its `counts` may name
    a form and a school year too, as in "f10b-absence/2025-2026".
    `finished_at` is when the file was written anew, so that nothing is left between its pages.
    """

    id: str = msgspec.field(default_factory=new_id)
    at: str = msgspec.field(default_factory=now)
    author_id: str
    kind: str
    record_id: str
    case_references: list[str]
    counts: dict[str, int]
    finished_at: str | None = None

    def digest(self) -> str:
        """SHA-256 in hexadecimal over everything but when it was finished: what the log binds."""
        bare = msgspec.structs.replace(self, finished_at=None)
        return hashlib.sha256(b"carnet-erasure-1\0" + msgspec.json.encode(bare, order="sorted")).hexdigest()
