"""One state of one record that somebody was sent."""

import msgspec


class SentRevision(msgspec.Struct, kw_only=True, frozen=True):
    """`projection_hash` is over what left, never over the whole record."""

    correspondent_id: str
    record_id: str
    revision_id: str
    projection_hash: str
    package_id: str
