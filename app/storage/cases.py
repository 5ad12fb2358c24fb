"""The shelf of cases."""

from app.models.case import Case
from app.storage.preferences import Preferences
from app.storage.shelf import Shelf

_ERASED = "highest_reference/"  # and the year, once a case was erased


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
        """The next free reference of a calendar year, e.g. "2026-0231"; none is ever given twice."""
        return f"{year}-{max(self._highest(year), self._erased(year)) + 1:04d}"

    def remove(self, record_id: str) -> None:
        """Erase the case; its reference still stands on paper somewhere and is not given again."""
        self.keep_number(record_id)
        super().remove(record_id)

    def keep_number(self, record_id: str) -> None:
        """Remember the number of a case that is about to be erased."""
        case = self.find(record_id)
        if case and case.reference[:4].isdigit():
            year = int(case.reference[:4])
            highest = max(self._highest(year), self._erased(year))
            Preferences(self._core.engine).set(f"{_ERASED}{year}", highest)

    def _highest(self, year: int) -> int:
        row = self._core.engine.row(
            'SELECT max(CAST(substr(reference, 6) AS INTEGER)) FROM "case"'
            " WHERE reference >= ? AND reference < ?",
            (f"{year}-", f"{year}."),  # "." is the sign after "-"
        )
        return int(row[0] or 0) if row else 0

    def _erased(self, year: int) -> int:
        return int(Preferences(self._core.engine).get(f"{_ERASED}{year}", 0))
