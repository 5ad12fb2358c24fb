"""The shelf of guardians."""

from app.models.guardian import Guardian
from app.storage.shelf import Shelf


class Guardians(Shelf[Guardian]):
    """The adults who answer for each student."""

    struct = Guardian
    order = "position, seq"

    def of_student(self, student_id: str) -> list[Guardian]:
        """The guardians of one student, in their order."""
        return self._where("removed_at IS NULL AND student_id = ?", (student_id,))
