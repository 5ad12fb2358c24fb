"""The shelf of enrolments."""

from app.models.enrolment import Enrolment
from app.storage.shelf import Shelf


class Enrolments(Shelf[Enrolment]):
    """School and class of each student, year by year."""

    struct = Enrolment
    order = "school_year DESC, seq DESC"

    def of_student(self, student_id: str) -> list[Enrolment]:
        """The years of one student, newest first."""
        return self._where("removed_at IS NULL AND student_id = ?", (student_id,))
