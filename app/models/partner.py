"""A service outside the unit that students are referred to."""

from app.models.record import Record


class Partner(Record, kw_only=True, frozen=True):
    """`type` is a code of list N09; `secrecy` says whether the receiver is bound by it."""

    service: str
    person: str = ""
    type: str = ""
    secrecy: str = ""  # "yes", "no", "partly", "varies"
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
