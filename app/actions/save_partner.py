"""Write an entry of the partner directory."""

from app.models.changes import Changes
from app.models.partner import Partner
from app.storage.notebook import Notebook


def save_partner(notebook: Notebook, *, partner: Partner) -> Changes:
    """Save a new or corrected partner."""
    with notebook.change() as change:
        notebook.partners.save(partner)
    return change.changes
