"""One state of one record that somebody sent us."""

import msgspec


class ReceivedRevision(msgspec.Struct, kw_only=True, frozen=True):
    """`local_revision` is the revision written here because of it, "" when nothing was written.

    `ancestors` are the revisions of it the sender had sent before, oldest first.
    """

    correspondent_id: str
    record_id: str
    revision_id: str
    projection_hash: str
    local_revision: str
    package_id: str
    ancestors: list[str] = []
