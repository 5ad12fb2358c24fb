"""Something to do, usually decided in an interview."""

from datetime import date

from app.models.record import Record


class Task(Record, kw_only=True, frozen=True):
    """`source_kind` and `source_id` name the sheet it was decided on; `who` is free text."""

    text: str
    who: str = ""
    due: date | None = None
    done_at: str | None = None
    student_id: str | None = None
    case_id: str | None = None
    source_kind: str = ""
    source_id: str | None = None
    position: int = 0
