"""How far what left has got, and what is missing of what came."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from app.models.correspondent import ONESELF
from app.storage.shelf import Core

Step = Literal["handed_over_at", "reminded_at", "dropped_at"]


class PackageStates:
    """Written inside a change."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def note_step(self, package_id: str, step: Step, at: str | None) -> None:
        """Note a step of a package that left, or take it back when `at` is None."""
        self._note(package_id)
        self._core.engine.run(
            f"UPDATE package SET {step} = ?, steps = steps + 1 WHERE id = ? AND direction = 'out'",
            (at, package_id),
        )

    def answered(
        self, package_id: str, *, applied: int, conflicts: Sequence[str], refused: Mapping[str, str]
    ) -> None:
        """What became of its records on the other side, or here."""
        self._note(package_id)
        self._core.engine.run(
            "UPDATE package SET applied = ?, conflicts = ?, refused = ? WHERE id = ?",
            (applied, _json(sorted(conflicts)), _json(dict(refused)), package_id),
        )

    def sent_in(self, package_id: str) -> list[str]:
        """The records that left in this package, in order."""
        rows = self._core.engine.rows(
            "SELECT record_id FROM sent_revision WHERE package_id = ? ORDER BY ordinal", (package_id,)
        )
        return [row[0] for row in rows]

    def named_by_next(self, stream_id: str, sequence: int) -> set[str]:
        """What those under the next number of a stream say of the one before them, as far as it was kept."""
        rows = self._core.engine.rows(
            "SELECT previous FROM package WHERE stream_id = ? AND sequence = ? AND previous IS NOT NULL",
            (stream_id, sequence + 1),
        )
        return {row[0] for row in rows}

    def missing(self) -> dict[str, list[int]]:
        """By correspondent, the numbers that have not come of the row they now count in."""
        rows = self._core.engine.rows(
            "SELECT stream.correspondent_id, stream.id, stream.last_sequence FROM stream WHERE rowid IN"
            " (SELECT max(rowid) FROM stream WHERE direction = 'in' GROUP BY correspondent_id)"
            # of one's own other computer the next package holds whatever did not come
            f" AND correspondent_id NOT IN (SELECT id FROM correspondent WHERE role = '{ONESELF}')"
        )
        found = {}
        for correspondent_id, stream_id, last in rows:
            came = {row[0] for row in self._core.engine.rows(
                "SELECT sequence FROM package WHERE stream_id = ?", (stream_id,)
            )}  # fmt: skip
            gone = [n for n in range(max(1, last - _LOOKED_BACK), last) if n not in came]
            if gone:
                found[correspondent_id] = gone
        return found

    def _note(self, package_id: str) -> None:
        if self._core.change is None:
            raise RuntimeError("packages are written inside notebook.change()")
        self._core.change.note("package", package_id)


_LOOKED_BACK = 1000  # numbers of a stream that are asked for


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
