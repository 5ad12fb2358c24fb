"""The shelf of papers."""

from app.models.paper import Paper
from app.storage.form_shelf import FormShelf


class Papers(FormShelf[Paper]):
    """Filled forms that have no noun of their own."""

    struct = Paper
