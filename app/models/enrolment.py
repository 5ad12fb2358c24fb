"""Where a student was in one school year."""

from datetime import date

from app.models.record import Record


class Enrolment(Record, kw_only=True, frozen=True):
    """School and class of one student in one school year, e.g. "2026-2027".

    `other_school` names one the practitioner does not work in. `level` is a code of the list of levels and
    tracks, `devices` are codes of the list of schemes. `since` is there where it began within the year: after
    a change of class or school.
    """

    student_id: str
    school_year: str
    school_id: str | None = None
    class_name: str = ""
    other_school: str = ""
    level: str = ""
    devices: list[str] = []
    since: date | None = None
