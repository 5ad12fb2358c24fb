"""What two computers of one practitioner know of each other."""

from collections.abc import Iterable

import msgspec

from app.storage.shelf import Core

# what was refused for one of these is refused whenever it comes: it is not waited for
_OF_FILE = "'broken', 'cut_off', 'locked', 'heavy', 'type'"
_FOR_EVER = f"'erased', 'alone', 'taken', {_OF_FILE}"


class OwnPackages:
    """Written inside a change; `correspondent_id` is always that of one's own other computer."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def confirmed(self, correspondent_id: str, stream_id: str) -> set[str]:
        """The revisions here the other computer is known to have: it said so, or they came from it.

        What came counts from the row of packages it now writes: one put back from a copy may have lost it.
        """
        rows = self._core.engine.rows(
            "SELECT s.revision_id FROM sent_revision s JOIN package p ON p.id = s.package_id"
            " WHERE s.correspondent_id = ?1 AND p.acknowledged_at IS NOT NULL"
            " UNION SELECT r.local_revision FROM received_revision r JOIN package p ON p.id = r.package_id"
            " WHERE r.correspondent_id = ?1 AND p.stream_id = ?2",
            (correspondent_id, stream_id),
        )
        return {row[0] for row in rows}

    def came(self, correspondent_id: str, limit: int) -> list[str]:
        """The newest packages of records that came whole; what was erased here for ever is not waited for."""
        rows = self._core.engine.rows(
            "SELECT id FROM package WHERE correspondent_id = ? AND direction = 'in' AND kind = 'records'"
            " AND NOT EXISTS (SELECT 1 FROM json_each(package.refused)"
            f" WHERE value NOT IN ({_FOR_EVER})) ORDER BY seq DESC LIMIT ?",
            (correspondent_id, limit),
        )
        return [row[0] for row in rows]

    def refused_files(self, correspondent_id: str, attachment_ids: Iterable[str]) -> dict[str, str]:
        """Those of these attachments whose file was refused here, and the code that says why."""
        rows = self._core.engine.rows(
            "SELECT r.key, r.value FROM package p, json_each(p.refused) r"
            " WHERE p.correspondent_id = ? AND p.direction = 'in'"
            f" AND r.value IN ({_OF_FILE}) AND r.key IN (SELECT value FROM json_each(?))",
            (correspondent_id, msgspec.json.encode(list(attachment_ids)).decode()),
        )
        return dict(rows)

    def confirm(self, correspondent_id: str, package_ids: Iterable[str], at: str) -> None:
        """The other computer has these packages of ours."""
        self._note()
        self._core.engine.run(
            "UPDATE package SET acknowledged_at = ? WHERE correspondent_id = ? AND direction = 'out'"
            " AND acknowledged_at IS NULL AND id IN (SELECT value FROM json_each(?))",
            (at, correspondent_id, _json(package_ids)),
        )

    def doubt(self, correspondent_id: str) -> None:
        """The other computer begins anew: what it confirmed before may be gone there."""
        self._note()
        self._core.engine.run(
            "UPDATE package SET acknowledged_at = NULL WHERE correspondent_id = ? AND direction = 'out'",
            (correspondent_id,),
        )

    def turn_in(self, stream_id: str) -> None:
        """A row of packages this copy brought along goes on at the other computer, where it began."""
        self._note()
        self._core.engine.run("UPDATE stream SET direction = 'in' WHERE id = ?", (stream_id,))

    def forget_sent(self, correspondent_id: str, revision_ids: Iterable[str]) -> None:
        """They leave once more: only the last package that had them counts."""
        self._note()
        self._core.engine.run(
            "DELETE FROM sent_revision WHERE correspondent_id = ?"
            " AND revision_id IN (SELECT value FROM json_each(?))",
            (correspondent_id, _json(revision_ids)),
        )

    def in_any_order(self) -> None:
        """Until the change ends, a record may name another that is written after it."""
        self._note()
        self._core.engine.run("PRAGMA defer_foreign_keys = ON")

    def _note(self) -> None:
        if self._core.change is None:
            raise RuntimeError("packages are written inside notebook.change()")


def _json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(ids)).decode()
