"""The shelf of tasks."""

from app.models.task import Task
from app.storage.shelf import STUDENT_PRESENT, Shelf


class Tasks(Shelf[Task]):
    """Tasks by the sheet they were decided on, and those still open."""

    struct = Task
    order = "due IS NULL, due, position, seq"

    def of_source(self, source_id: str) -> list[Task]:
        """The tasks decided on one sheet, in its order."""
        return sorted(
            self._where("removed_at IS NULL AND source_id = ?", (source_id,)), key=lambda task: task.position
        )

    def with_source(self, source_id: str, *, removed_at: str | None) -> list[Task]:
        """The tasks of a sheet that went into the bin at one moment, or (None) those that did not."""
        return self._where("source_id = ? AND removed_at IS ?", (source_id, removed_at))

    def of_student(self, student_ids: list[str]) -> list[Task]:
        """The tasks about a student (and the sheets joined into theirs)."""
        marks = ", ".join("?" * len(student_ids))
        return self._where(f"removed_at IS NULL AND student_id IN ({marks})", student_ids)

    def open(self) -> list[Task]:
        """Tasks not done, soonest first, undated last; none about a student in the bin."""
        return self._where(f"removed_at IS NULL AND done_at IS NULL AND {STUDENT_PRESENT}")
