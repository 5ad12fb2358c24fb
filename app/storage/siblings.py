"""The shelf of links between brothers and sisters."""

from app.models.sibling import Sibling
from app.storage.shelf import Shelf


class Siblings(Shelf[Sibling]):
    """Links between two students, read from either end."""

    struct = Sibling

    def of_student(self, student_id: str) -> list[Sibling]:
        """The links of one student, whichever of the two it was noted on."""
        return self._where("removed_at IS NULL AND ? IN (student_id, sibling_id)", (student_id,))
