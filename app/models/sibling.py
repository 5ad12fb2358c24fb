"""That two students are brothers or sisters."""

from app.models.record import Record


class Sibling(Record, kw_only=True, frozen=True):
    """One record for both directions. It links two sheets and opens neither."""

    student_id: str
    sibling_id: str
