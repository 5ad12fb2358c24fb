"""The ledger of what left the notebook."""

import msgspec

from app.models.disclosure import Disclosure
from app.storage.engine import Engine

_NAMES = [field.name for field in msgspec.structs.fields(Disclosure)]
_COLUMNS = ", ".join(_NAMES)


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

    def list(self, *, student_ids: list[str] | None = None) -> list[Disclosure]:
        """The lines about a student, or all; newest first."""
        condition, parameters = "", ()
        if student_ids is not None:
            condition = "WHERE student_id IN (SELECT value FROM json_each(?))"
            parameters = (msgspec.json.encode(student_ids).decode(),)  # type: ignore[assignment]
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM disclosure {condition} ORDER BY seq DESC",
            parameters,
        )
        return [Disclosure(**dict(zip(_NAMES, row, strict=True))) for row in rows]
