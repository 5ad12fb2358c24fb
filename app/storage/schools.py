"""The shelf of schools."""

from app.models.school import School
from app.storage.shelf import Shelf


class Schools(Shelf[School]):
    """The schools the practitioner works in."""

    struct = School
    order = "name"
