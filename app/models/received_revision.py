"""One state of one record that somebody sent us."""

from app.models.discreet import Discreet


class ReceivedRevision(Discreet, frozen=True, kw_only=True):
    """`local_revision` is the revision written here because of it, "" when nothing was written.

    `projection` counts the other projections of the same revision that were sent before, `ancestors` are
    the revisions of it the sender had sent before, oldest first.
    """

    correspondent_id: str
    record_id: str
    revision_id: str
    projection: int = 0
    projection_hash: str
    local_revision: str
    package_id: str
    ancestors: list[str] = []
