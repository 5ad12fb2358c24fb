"""The shelf of cautions."""

from app.models.caution import Caution
from app.storage.about_student import AboutStudent


class Cautions(AboutStudent[Caution]):
    """What is to be minded, in the order it was noted."""

    struct = Caution
    order = "seq"
