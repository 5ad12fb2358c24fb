"""The shelf of advice."""

from app.models.advice import Advice
from app.storage.shelf import Shelf


class AdviceShelf(Shelf[Advice]):
    """Counsel in the order it was given."""

    struct = Advice
    order = "given_on, seq"
