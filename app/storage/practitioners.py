"""The shelf of practitioners."""

from app.models.practitioner import Practitioner
from app.storage.shelf import Shelf


class Practitioners(Shelf[Practitioner]):
    """Those who wrote something kept here, the notebook's own author among them."""

    struct = Practitioner
