"""Who writes."""

from app.models.record import Record


class Practitioner(Record, kw_only=True, frozen=True):
    """`profession` is a code of list N01."""

    name: str
    profession: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
