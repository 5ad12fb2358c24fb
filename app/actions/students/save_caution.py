"""Write something to mind about a student."""

from app.models.caution import Caution
from app.models.changes import Changes
from app.storage.notebook import Notebook


def save_caution(notebook: Notebook, *, caution: Caution) -> Changes:
    """Save a new or corrected one."""
    with notebook.change() as change:
        notebook.cautions.save(caution)
    return change.changes
