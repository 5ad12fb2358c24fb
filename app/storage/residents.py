"""The shelf of residents."""

from app.models.resident import Resident
from app.storage.about_student import AboutStudent


class Residents(AboutStudent[Resident]):
    """Who lives with each student, home by home."""

    struct = Resident
    order = "home, position, seq"
