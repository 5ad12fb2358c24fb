"""The line of the log for a certificate that was printed or saved."""

from typing import Literal

from app.models.changes import Changes
from app.storage.notebook import Notebook


def note_certificate(notebook: Notebook, *, erasure_id: str, means: Literal["printed", "saved"]) -> Changes:
    """It names nobody, so the ledger of disclosures gets no line."""
    with notebook.change() as change:
        notebook.audit.add(means, kind="erasure", record_id=erasure_id)
    return change.changes
