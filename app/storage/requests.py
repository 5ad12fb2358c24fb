"""The shelf of requests."""

from datetime import date, datetime

import msgspec

from app.models.request import UNFOLLOWED, WAITING, Request
from app.storage.about_student import AboutStudent
from app.storage.shelf import STUDENT_PRESENT


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"{code!r}" for code in codes)


_PRESENT = f"removed_at IS NULL AND {STUDENT_PRESENT}"
_WAITING = f"outcome IN ({_codes(WAITING)})"
# whoever was joined with another sheet is the same person
_FIRST_INTERVIEWS = (
    "SELECT r.id, min(i.date) FROM request r JOIN student q ON q.id = r.student_id"
    " JOIN interview i ON i.date >= r.received AND i.removed_at IS NULL AND i.student_id IN"
    " (SELECT coalesce(q.joined_into, q.id) UNION ALL"
    " SELECT s.id FROM student s WHERE s.joined_into = coalesce(q.joined_into, q.id))"
    " WHERE r.id IN (SELECT value FROM json_each(?)) GROUP BY r.id"
)
# when its outcome was first noted, whatever was corrected in it afterwards
_CLOSED = (
    "SELECT q.id, min(v.at) FROM request q JOIN revision v ON v.record_id = q.id"
    " JOIN revision_content c ON c.revision_id = v.id"
    f" WHERE q.id IN (SELECT value FROM json_each(?)) AND q.outcome IN ({_codes(UNFOLLOWED)})"
    " AND json_extract(CAST(c.content AS TEXT), '$.record.outcome') = q.outcome GROUP BY q.id"
)


class Requests(AboutStudent[Request]):
    """Requests in the order they came, with a student or without."""

    struct = Request
    order = "received, seq"

    def present(self) -> list[Request]:
        """All but those in the bin and those about a student in it."""
        return self._where(_PRESENT)

    def waiting_count(self) -> int:
        """How many wait for somebody to say what becomes of them."""
        row = self._core.engine.row(f"SELECT count(*) FROM request WHERE {_PRESENT} AND {_WAITING}")
        return int(row[0]) if row else 0

    def of_case(self, case_id: str) -> list[Request]:
        """Those a case began with."""
        return self._where("removed_at IS NULL AND case_id = ?", (case_id,))

    def first_interviews(self, request_ids: list[str]) -> dict[str, date]:
        """The first interview with the student since the request, by request; absent where there is none."""
        rows = self._core.engine.rows(_FIRST_INTERVIEWS, (msgspec.json.encode(request_ids).decode(),))
        return {row[0]: date.fromisoformat(row[1]) for row in rows}

    def closed_on(self, request_ids: list[str]) -> dict[str, date]:
        """The day it was noted that one is not followed, by request; absent where that is not so."""
        rows = self._core.engine.rows(_CLOSED, (msgspec.json.encode(request_ids).decode(),))
        return {row[0]: datetime.fromisoformat(row[1]).astimezone().date() for row in rows}
