"""What stands in two versions about a student."""

from collections.abc import Collection

from app.actions.conflicts.open_conflicts import is_followed_by
from app.models.conflict import Conflict
from app.storage.notebook import Notebook


def conflicts_about(notebook: Notebook, *, student_ids: Collection[str]) -> list[Conflict]:
    """Newest first: the student's own sheet, and every record that names the student in either version."""
    found = [one for one in notebook.transfers.conflicts() if not _of(one).isdisjoint(student_ids)]
    return [one for one in found if not any(is_followed_by(one, other) for other in found)]


def _of(conflict: Conflict) -> set[str]:
    here, there = conflict.ours.get("record", {}), conflict.theirs.get("fields", {})
    return {conflict.record_id, str(here.get("student_id")), str(there.get("student_id"))}
