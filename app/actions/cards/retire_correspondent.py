"""Stop exchanging with somebody."""

import msgspec

from app.models.changes import Changes
from app.storage.notebook import Notebook


def retire_correspondent(notebook: Notebook, *, correspondent_id: str) -> Changes:
    """From now on nothing leaves for them and nothing of theirs is taken in; what was exchanged stays."""
    with notebook.change() as change:
        known = notebook.correspondents.get(correspondent_id)
        notebook.correspondents.save(msgspec.structs.replace(known, state="retired"))
        notebook.audit.add("card_retired", kind="correspondent", record_id=known.id)
    return change.changes
