"""How far what left has got, told between two computers of one practitioner."""

from collections.abc import Iterable

import msgspec

from app.models.correspondent import ONESELF
from app.models.package import Package
from app.models.sent_revision import SentRevision
from app.storage.shelf import Core

_OTHERS = f"correspondent_id NOT IN (SELECT id FROM correspondent WHERE role = '{ONESELF}')"


class Whereabouts:
    """Of packages to others; written inside a change."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def held(self) -> dict[str, int]:
        """By package that left for others, how many revisions it took along."""
        rows = self._core.engine.rows(
            f"SELECT package_id, count(*) FROM sent_revision WHERE {_OTHERS} GROUP BY package_id"
        )
        return {row[0]: int(row[1]) for row in rows}

    def held_by(self, package_ids: Iterable[str]) -> dict[str, list[SentRevision]]:
        """By package what it took along, in its order."""
        names = SentRevision.__struct_fields__
        found: dict[str, list[SentRevision]] = {}
        for row in self._core.engine.rows(
            f"SELECT {', '.join(names)} FROM sent_revision WHERE {_OTHERS}"
            " AND package_id IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
            (msgspec.json.encode(sorted(package_ids)).decode(),),
        ):
            one = SentRevision(**dict(zip(names, row, strict=True)))
            found.setdefault(one.package_id, []).append(one)
        return found

    def agree(self, package: Package) -> None:
        """A package as both computers know it."""
        if self._core.change is None:
            raise RuntimeError("packages are written inside notebook.change()")
        self._core.change.note("package", package.id)
        self._core.engine.run(
            "UPDATE package SET handed_over_at = ?, reminded_at = ?, dropped_at = ?, acknowledged_at = ?,"
            " applied = ?, conflicts = ?, refused = ?, steps = ? WHERE id = ? AND direction = 'out'",
            (
                package.handed_over_at, package.reminded_at, package.dropped_at, package.acknowledged_at,
                package.applied, msgspec.json.encode(package.conflicts).decode(),
                msgspec.json.encode(package.refused, order="sorted").decode(), package.steps, package.id,
            ),
        )  # fmt: skip
