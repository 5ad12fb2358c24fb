"""Look once a week whether the notebook's tables and indexes hold together."""

from datetime import UTC, datetime, timedelta

import msgspec

from app.models.record import now
from app.storage.copy_record import keep_record, read_record
from app.storage.notebook import Notebook

WEEK = timedelta(days=7)


def check_is_due(notebook: Notebook, *, moment: datetime | None = None) -> bool:
    """A week has passed, or the clock was turned back behind the last check."""
    checked = read_record(notebook.folder).checked_at
    if not checked:
        return True
    age = (moment or datetime.now(UTC)) - datetime.fromisoformat(checked)
    return not timedelta(0) <= age < WEEK


def check_structure(notebook: Notebook) -> bool:
    """Whether all is well; remembered beside the copies. Interrupted when somebody writes meanwhile."""
    problems = notebook.structure_damage()
    record = read_record(notebook.folder)
    keep_record(notebook.folder, msgspec.structs.replace(record, checked_at=now(), damaged=bool(problems)))
    return not problems
