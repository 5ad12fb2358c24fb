"""The shelf of students."""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.models.folding import fold
from app.models.student import Student
from app.models.student_line import StudentLine
from app.storage.given import NOT_GIVEN
from app.storage.shelf import Shelf

_LINE = """
SELECT s.id, s.family_name, s.given_name, s.used_name, s.gender, s.class_name,
  s.sort_key,
  (SELECT max(i.date) FROM interview i WHERE i.student_id IN same AND i.removed_at IS NULL),
  EXISTS (SELECT 1 FROM draft d WHERE d.student_id IN same),
  EXISTS (SELECT 1 FROM "case" c WHERE c.student_id IN same AND c.state = 'open' AND c.removed_at IS NULL
    AND NOT_GIVEN)
FROM student s WHERE s.removed_at IS NULL AND s.joined_into IS NULL
""".replace("NOT_GIVEN", NOT_GIVEN).replace(
    "same", "(SELECT s.id UNION ALL SELECT j.id FROM student j WHERE j.joined_into = s.id)"
)
_FOLLOWED = f"""
SELECT coalesce(o.joined_into, o.id) FROM "case" c JOIN student o ON o.id = c.student_id
WHERE c.state = 'open' AND c.removed_at IS NULL AND {NOT_GIVEN}
"""
_ANOTHER = "removed_at IS NULL AND joined_into IS NULL AND id <> ?"


class Students(Shelf[Student]):
    """Students by name; those joined into another sheet are reached through it."""

    struct = Student
    order = "sort_key, id"

    def page(self, *, after: str = "", limit: int = 200, followed: bool = False) -> list[StudentLine]:
        """The next lines of the list, by name; `after` is the last line's key, `followed` only open cases."""
        condition = "AND (s.sort_key || char(31) || s.id) > ? AND s.sort_key >= ?"
        if followed:
            condition += f" AND s.id IN ({_FOLLOWED})"
        rows = self._core.engine.rows(
            f"{_LINE} {condition} ORDER BY s.sort_key, s.id LIMIT ?",
            (after, after.split("\x1f")[0], limit),
        )
        return [_line(row) for row in rows]

    def lines(self, ids: list[str]) -> list[StudentLine]:
        """The lines of these students, in the order of their names."""
        rows = self._core.engine.rows(
            f"{_LINE} AND s.id IN (SELECT value FROM json_each(?)) ORDER BY s.sort_key, s.id",
            (msgspec.json.encode(ids).decode(),),
        )
        return [_line(row) for row in rows]

    def names(self) -> list[tuple[str, str, str]]:
        """Every student's given, family and used name, without the rest of their sheets."""
        rows = self._core.engine.rows(
            "SELECT given_name, family_name, used_name FROM student WHERE removed_at IS NULL"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def ids_of(self, student_id: str) -> list[str]:
        """This sheet's identifier and those of the sheets joined into it."""
        rows = self._core.engine.rows("SELECT id FROM student WHERE joined_into = ?", (student_id,))
        return [student_id, *(row[0] for row in rows)]

    def same_people(self, student_ids: Iterable[str]) -> list[Student]:
        """Every sheet of the persons these are sheets of: theirs and those they were joined with."""
        wanted = msgspec.json.encode(sorted(student_ids)).decode()
        roots = "SELECT coalesce(joined_into, id) FROM student WHERE id IN (SELECT value FROM json_each(?))"
        return self._where(f"coalesce(joined_into, id) IN ({roots})", (wanted,))

    def named_like(self, student: Student) -> list[Student]:
        """Others of the same name, whichever way round it was written."""
        keys = [fold(f"{first} {then}") for first, then in _both_ways(student)]
        return self._where(f"{_ANOTHER} AND sort_key IN (?, ?)", (student.id, *keys))

    def born_with(self, student: Student) -> list[Student]:
        """Others of the same family name born on the same day: twins, or one person written twice."""
        if student.birth_date is None:
            return []
        family = fold(student.family_name)
        same_day = self._where(f"{_ANOTHER} AND birth_date = ?", (student.id, student.birth_date.isoformat()))
        return [other for other in same_day if fold(other.family_name) == family]

    def holding(self, letters: str) -> list[Student]:
        """Those in whose name these letters stand, accents ignored; everybody without letters."""
        return self._where(
            "removed_at IS NULL AND joined_into IS NULL AND instr(sort_key, ?) > 0", (fold(letters),)
        )

    def followed_count(self) -> int:
        """How many students have an open case."""
        row = self._core.engine.row(
            "SELECT count(*) FROM student WHERE removed_at IS NULL AND joined_into IS NULL"
            f" AND id IN ({_FOLLOWED})"
        )
        return int(row[0]) if row else 0

    def _extra(self, record: Student) -> dict[str, Any]:
        return {"sort_key": fold(record.listed_name)}

    def _extra_names(self) -> tuple[str, ...]:
        return ("sort_key",)


def _line(row: tuple[Any, ...]) -> StudentLine:
    student_id, family, given, used, gender, class_name, sort_key, last, draft, followed = row
    return msgspec.convert(
        {
            "id": student_id,
            "listed_name": ", ".join(part for part in (used or family, given) if part),
            "class_name": class_name,
            "gender": gender,
            "last_seen": last,
            "has_draft": bool(draft),
            "is_followed": bool(followed),
            "key": f"{sort_key}\x1f{student_id}",
        },
        StudentLine,
    )


def _both_ways(student: Student) -> list[tuple[str, str]]:
    family = student.used_name or student.family_name
    return [(family, student.given_name), (student.given_name, family)]
