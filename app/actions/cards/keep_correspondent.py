"""Put a correspondent back as they were."""

from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook


def keep_correspondent(notebook: Notebook, *, correspondent: Correspondent) -> Changes:
    """Save what was known of them before, for undoing."""
    with notebook.change() as change:
        notebook.correspondents.save(correspondent)
        notebook.audit.add("card_kept", kind="correspondent", record_id=correspondent.id)
    return change.changes
