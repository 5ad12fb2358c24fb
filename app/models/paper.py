"""Any filled form that has no noun of its own."""

from app.models.record import FormRecord


class Paper(FormRecord, kw_only=True, frozen=True):
    """A form dropped into the resources is kept as this, without a line of code."""

    status: str = ""
