"""The shelf of interviews."""

from datetime import date

from app.models.interview import Interview
from app.storage.form_shelf import FormShelf
from app.storage.shelf import STUDENT_PRESENT


class Interviews(FormShelf[Interview]):
    """Interviews by student, newest, unfiled and to come."""

    struct = Interview
    order = "date, start, seq"

    def unfiled(self) -> list[Interview]:
        """Notes that belong to no student yet, oldest first."""
        return self._where("student_id IS NULL AND removed_at IS NULL")

    def appointments(self, *, since: date, until: date) -> list[Interview]:
        """Interviews that fixed a next appointment between two days, both included."""
        return self._where(
            f"removed_at IS NULL AND next_date BETWEEN ? AND ? AND {STUDENT_PRESENT}",
            (since.isoformat(), until.isoformat()),
        )

    def ahead(self, student_ids: list[str], *, since: date) -> list[Interview]:
        """Interviews of a student that fixed a next appointment on that day or later."""
        marks = ", ".join("?" * len(student_ids))
        return self._where(
            f"removed_at IS NULL AND next_date >= ? AND student_id IN ({marks})",
            (since.isoformat(), *student_ids),
        )

    def on_day(self, day: date) -> list[Interview]:
        """The interviews noted on one day."""
        return self._where(f"removed_at IS NULL AND date = ? AND {STUDENT_PRESENT}", (day.isoformat(),))
