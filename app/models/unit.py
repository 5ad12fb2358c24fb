"""The service the practitioner belongs to."""

from app.models.record import Record


class Unit(Record, kw_only=True, frozen=True):
    """What the head of every paper says; there is one in a notebook."""

    name: str
    framework: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    hours: str = ""
