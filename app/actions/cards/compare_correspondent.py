"""Remember that the words of a card kept earlier were compared."""

from datetime import date

import msgspec

from app.models.changes import Changes
from app.storage.notebook import Notebook


def compare_correspondent(
    notebook: Notebook, *, correspondent_id: str, compared_how: str, compared_at: date
) -> Changes:
    """`compared_how` is "face" or "phone"; the keys are those the notebook holds."""
    with notebook.change() as change:
        known = notebook.correspondents.get(correspondent_id)
        compared = msgspec.structs.replace(
            known,
            state="compared",
            compared_how=compared_how,
            compared_at=compared_at,
            compared_by=notebook.author_id,
        )
        notebook.correspondents.save(compared)
    return change.changes
