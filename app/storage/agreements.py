"""The shelf of agreements."""

from datetime import date

from app.models.agreement import Agreement
from app.storage.about_student import AboutStudent
from app.storage.shelf import STUDENT_PRESENT

_STANDING = f"removed_at IS NULL AND withdrawn_on IS NULL AND {STUDENT_PRESENT}"


class Agreements(AboutStudent[Agreement]):
    """What students and guardians agreed to, the newest first."""

    struct = Agreement
    order = "given_on DESC, seq DESC"

    def ending(self, *, since: date, until: date) -> list[Agreement]:
        """Those not taken back whose last day lies between, both included."""
        days = (since.isoformat(), until.isoformat())
        return self._where(f"{_STANDING} AND until BETWEEN ? AND ?", days)

    def of_guardians(self, *, born_since: date, born_until: date) -> list[Agreement]:
        """Those guardians gave for students born between."""
        days = (born_since.isoformat(), born_until.isoformat())
        born = "EXISTS (SELECT 1 FROM student s WHERE s.id = student_id AND s.birth_date BETWEEN ? AND ?)"
        return self._where(f"{_STANDING} AND giver IN ('guardian', 'guardians') AND {born}", days)
