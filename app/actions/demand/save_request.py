"""Write a request for help."""

from app.actions.index.index_demand import index_request
from app.models.changes import Changes
from app.models.request import Request
from app.storage.notebook import Notebook


def save_request(notebook: Notebook, *, request: Request) -> Changes:
    """Save a new or corrected one, followed or not."""
    with notebook.change() as change:
        index_request(notebook, request=notebook.requests.save(request))
    return change.changes
