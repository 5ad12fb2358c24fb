"""The shelf of professionals."""

from app.models.professional import Professional
from app.storage.about_student import AboutStudent


class Professionals(AboutStudent[Professional]):
    """The professionals around each student, those without an end first."""

    struct = Professional
    order = "until IS NOT NULL, seq"
