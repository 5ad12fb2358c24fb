"""The shelf of agreements."""

from app.models.agreement import Agreement
from app.storage.about_student import AboutStudent


class Agreements(AboutStudent[Agreement]):
    """What adult students agreed to, the newest first."""

    struct = Agreement
    order = "given_on DESC, seq DESC"
