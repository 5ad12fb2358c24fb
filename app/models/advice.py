"""Counsel given about nobody by name."""

from datetime import date

from app.models.record import Record


class Advice(Record, kw_only=True, frozen=True):
    """`topic` is a code of list advice-topics, `origin` of N03, `mode` of N04b; `note` names nobody."""

    given_on: date
    topic: str = ""
    origin: str = ""
    mode: str = ""
    minutes: int | None = None
    school_id: str | None = None
    note: str = ""
