"""Where a student was in one school year."""

from app.models.record import Record


class Enrolment(Record, kw_only=True, frozen=True):
    """School and class of one student in one school year, e.g. "2026-2027"."""

    student_id: str
    school_year: str
    school_id: str | None = None
    class_name: str = ""
