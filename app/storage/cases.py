"""The shelf of cases."""

from app.models.case import Case
from app.storage.shelf import Shelf


class Cases(Shelf[Case]):
    """Cases by student and by reference."""

    struct = Case
    order = "opened DESC, seq DESC"

    def of_student(self, student_ids: list[str]) -> list[Case]:
        """The cases of a student (and of the sheets joined into theirs), newest first."""
        marks = ", ".join("?" * len(student_ids))
        return self._where(f"removed_at IS NULL AND student_id IN ({marks})", student_ids)

    def by_reference(self, reference: str) -> Case | None:
        """The case with that reference, or None."""
        found = self._where("reference = ?", (reference,))
        return found[0] if found else None

    def next_reference(self, year: int) -> str:
        """The next free reference of a calendar year, e.g. "2026-0231"; the bin's are never used again."""
        row = self._core.engine.row(
            'SELECT max(CAST(substr(reference, 6) AS INTEGER)) FROM "case" WHERE reference LIKE ?',
            (f"{year}-%",),
        )
        return f"{year}-{((row[0] if row else None) or 0) + 1:04d}"
