"""The ledger of what left the notebook."""

import msgspec

from app.errors import RecordUnknown
from app.models.disclosure import Disclosure
from app.storage.engine import Engine

_NAMES = [field.name for field in msgspec.structs.fields(Disclosure)]
_COLUMNS = ", ".join(_NAMES)
Lines = list[Disclosure]  # inside the class, `list` is what a shelf does


class Disclosures:
    """Lines are added and read, never changed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, line: Disclosure) -> None:
        """Write one line."""
        marks = ", ".join("?" * len(_NAMES))
        self._engine.run(
            f"INSERT INTO disclosure ({_COLUMNS}) VALUES ({marks})",
            [getattr(line, name) for name in _NAMES],
        )

    def find(self, line_id: str) -> Disclosure | None:
        """One line, or None."""
        return next(iter(self._lines("WHERE id = ?", (line_id,))), None)

    def get(self, line_id: str) -> Disclosure:
        """One line; RecordUnknown."""
        line = self.find(line_id)
        if line is None:
            raise RecordUnknown(reference=line_id[:8])
        return line

    def of_paper(self, sha256: str) -> Lines:
        """The lines of the same bytes, newest first; none for a paper that is not kept."""
        return self._lines("WHERE paper = ? AND paper <> ''", (sha256,))

    def list(self, *, student_ids: list[str] | None = None) -> list[Disclosure]:
        """The lines about a student, or all; newest first."""
        if student_ids is None:
            return self._lines("", ())
        ids = msgspec.json.encode(student_ids).decode()
        return self._lines("WHERE student_id IN (SELECT value FROM json_each(?))", (ids,))

    def _lines(self, condition: str, parameters: tuple[str, ...]) -> Lines:
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM disclosure {condition} ORDER BY seq DESC", parameters
        )
        return [Disclosure(**dict(zip(_NAMES, row, strict=True))) for row in rows]
