"""The shelf of units."""

from app.models.unit import Unit
from app.storage.shelf import Shelf


class Units(Shelf[Unit]):
    """There is one unit in a notebook."""

    struct = Unit

    def own(self) -> Unit:
        """The unit this notebook works for."""
        return self.list()[0]
