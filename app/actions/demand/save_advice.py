"""Write counsel given about nobody by name."""

from app.actions.index.index_demand import index_advice
from app.models.advice import Advice
from app.models.changes import Changes
from app.storage.notebook import Notebook


def save_advice(notebook: Notebook, *, advice: Advice) -> Changes:
    """Save a new or corrected piece of advice."""
    with notebook.change() as change:
        index_advice(notebook, advice=notebook.advice.save(advice))
    return change.changes
