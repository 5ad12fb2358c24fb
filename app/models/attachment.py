"""A picture or a PDF kept with another record."""

from typing import Literal

import msgspec

from app.models.record import Record, now

AttachmentType = Literal["jpeg", "pdf", "png", "webp"]


class Attachment(Record, kw_only=True, frozen=True):
    """What is known of the file without its bytes, which stand apart.

    `name` is what it was called where it came from, made harmless: shown to people, never part of a path.
    """

    record_kind: str
    record_id: str
    name: str
    type: AttachmentType
    size: int
    sha256: str
    added_at: str = msgspec.field(default_factory=now)
    author_id: str
