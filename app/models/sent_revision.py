"""One state of one record that somebody was sent."""

from app.models.discreet import Discreet


class SentRevision(Discreet, frozen=True, kw_only=True):
    """`projection_hash` is over what left, never over the whole record."""

    correspondent_id: str
    record_id: str
    revision_id: str
    projection_hash: str
    package_id: str
