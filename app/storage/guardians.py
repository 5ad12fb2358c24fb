"""The shelf of guardians."""

from app.models.guardian import Guardian
from app.storage.about_student import AboutStudent


class Guardians(AboutStudent[Guardian]):
    """The adults who answer for each student."""

    struct = Guardian
    order = "position, seq"
