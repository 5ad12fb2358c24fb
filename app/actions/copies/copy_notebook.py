"""Make an encrypted copy."""

from pathlib import Path

from app.models.record import now
from app.storage.copying import copy_notebook as copy_files
from app.storage.notebook import Notebook

LAST_COPY = "last_copy_at"


def copy_notebook(notebook: Notebook, *, destination: Path) -> Path:
    """Copy the notebook into a new folder in `destination`, read it back, and remember when."""
    folder = copy_files(notebook, destination)
    notebook.preferences.set(LAST_COPY, now())
    notebook.audit.add_when_possible("copied")
    return folder
