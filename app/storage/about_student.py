"""What shelves of records about a student share."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from app.models.record import Record
from app.storage.shelf import Shelf

R = TypeVar("R", bound=Record)


class AboutStudent(Shelf[R]):
    """Records that each belong to one student."""

    def of_student(self, student_id: str) -> list[R]:
        """Those of one student, in their order."""
        return self.of_students([student_id])

    def of_students(self, student_ids: Iterable[str]) -> list[R]:
        """Those of some students, in their order."""
        wanted = msgspec.json.encode(sorted(student_ids)).decode()
        return self._where("removed_at IS NULL AND student_id IN (SELECT value FROM json_each(?))", (wanted,))
