"""From whom attachments came that were not added here."""

from collections.abc import Sequence

from app.models.attachment import Attachment
from app.storage.notebook import Notebook


def came_from(notebook: Notebook, *, attachments: Sequence[Attachment]) -> dict[str, str]:
    """By attachment the name of whoever sent it; one's own other computer is nobody else."""
    if not attachments:
        return {}
    written = notebook.history.ids_of([one.id for one in attachments])
    senders = notebook.transfers.senders([one for some in written.values() for one in some])
    if not senders:
        return {}
    names = {key: one.name for key, one in notebook.correspondents.many(senders.values()).items()}
    found = {}
    for record_id, revisions in written.items():
        for name in (names.get(senders[one], "") for one in revisions if one in senders):
            if name:
                found[record_id] = name
    return found
