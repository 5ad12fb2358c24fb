"""A school the practitioner works in."""

from app.models.record import Record


class School(Record, kw_only=True, frozen=True):
    """Name and address as they stand on paper."""

    name: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
