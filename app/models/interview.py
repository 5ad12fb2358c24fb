"""An interview and everything lists, reminders and figures read of it."""

import datetime

from app.models.record import FormRecord


class Interview(FormRecord, kw_only=True, frozen=True):
    """Codes come from the lists the form names; `duration` is in minutes, `start` is "HH:MM"."""

    start: str = ""
    duration: int | None = None
    place: str = ""
    mode: str = ""
    rank: str = ""
    origin: str = ""
    request_date: datetime.date | None = None
    present: list[str] = []
    main_reason: str = ""
    other_reasons: list[str] = []
    category: str = ""
    axis: str = ""
    acts: list[str] = []
    next_date: datetime.date | None = None
    next_time: str = ""
    parents_informed: str = ""
    unfiled_name: str = ""  # what was typed in the name field before the note is filed
