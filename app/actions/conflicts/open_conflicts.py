"""The records that stand in two versions and wait for somebody to decide."""

from app.models.conflict import Conflict
from app.storage.notebook import Notebook


def open_conflicts(notebook: Notebook) -> list[Conflict]:
    """Newest first; of one sender's versions of one record those that no later one follows."""
    conflicts = notebook.transfers.conflicts()
    return [one for one in conflicts if not any(is_followed_by(one, other) for other in conflicts)]


def is_followed_by(one: Conflict, other: Conflict) -> bool:
    """Whether the other one came of the same record from the same sender, later in their writing."""
    if (one.record_id, one.correspondent_id) != (other.record_id, other.correspondent_id):
        return False
    if one.their_revision == other.their_revision:
        return _projection(one) < _projection(other)
    return one.their_revision in other.theirs.get("ancestors", [])


def _projection(one: Conflict) -> int:
    return int(one.theirs.get("projection", 0))
