"""What left for other notebooks and what came from them."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from app.models.conflict import Conflict
from app.models.correspondent import ONESELF
from app.models.package import Package
from app.models.received_revision import ReceivedRevision
from app.models.sent_revision import SentRevision
from app.models.stream import Direction, Stream
from app.storage.change import Change
from app.storage.ended_streams import ENDED
from app.storage.engine import Row
from app.storage.handovers import Handovers
from app.storage.own_packages import OwnPackages
from app.storage.package_states import PackageStates
from app.storage.shelf import Core
from app.storage.whereabouts import Whereabouts

T = TypeVar("T", bound=msgspec.Struct)


class Transfers:
    """Streams, packages, what was sent and received of every record, and conflicts."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.handovers = Handovers(core)
        self.states = PackageStates(core)
        self.own = OwnPackages(core)
        self.whereabouts = Whereabouts(core)

    def stream(self, stream_id: str) -> Stream | None:
        """The stream, or None."""
        return _first(self._read(Stream, "stream", "id = ?", (stream_id,)))

    def newest_stream(self, correspondent_id: str, direction: Direction) -> Stream | None:
        """The stream now in use with somebody, or None before the first package, also after a restoring."""
        found = self._read(
            Stream,
            "stream",
            "correspondent_id = ? AND direction = ? AND id NOT IN (SELECT value FROM json_each("
            "(SELECT value FROM preference WHERE key = ?))) ORDER BY rowid DESC LIMIT 1",
            (correspondent_id, direction, ENDED),
        )
        return _first(found)

    def keep_stream(self, stream: Stream) -> None:
        """Write a stream or where it has got to."""
        self._change.note("stream", stream.id)
        self._core.engine.run(
            "INSERT INTO stream"
            " (id, correspondent_id, direction, last_sequence, last_hash, started_at, place)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " last_sequence = excluded.last_sequence, last_hash = excluded.last_hash, place = excluded.place",
            _values(stream),
        )

    def package(self, package_id: str) -> Package | None:
        """The package, or None."""
        return _first(self._read(Package, "package", "id = ?", (package_id,)))

    def packages(
        self, *, correspondent_id: str | None = None, direction: Direction | None = None, limit: int = -1
    ) -> list[Package]:
        """Packages newest first, those of one correspondent or one direction alone when named."""
        return self._read(
            Package,
            "package",
            "(?1 IS NULL OR correspondent_id = ?1) AND (?2 IS NULL OR direction = ?2)"
            " ORDER BY seq DESC LIMIT ?3",
            (correspondent_id, direction, limit),
        )

    def unanswered(self) -> list[Package]:
        """What left and waits for its receipt, oldest first; not from those one no longer exchanges with."""
        return self._read(
            Package,
            "package",
            "direction = 'out' AND kind = 'records' AND acknowledged_at IS NULL AND dropped_at IS NULL"
            " AND correspondent_id NOT IN (SELECT id FROM correspondent WHERE state = 'retired'"
            f" OR role = '{ONESELF}')"
            " ORDER BY seq",
        )

    def with_cases(self, case_ids: Iterable[str]) -> list[Package]:
        """The packages of records that hold any of these cases, in the order they left or came."""
        return self._read(
            Package,
            "package",
            "kind = 'records' AND EXISTS (SELECT 1 FROM json_each(package.case_ids) held"
            " JOIN json_each(?) wanted ON wanted.value = held.value) ORDER BY seq",
            (msgspec.json.encode(list(case_ids)).decode(),),
        )

    def numbers(self, stream_id: str) -> set[int]:
        """Which numbers of a stream are here."""
        return {row[0] for row in self._core.engine.rows(
            "SELECT sequence FROM package WHERE stream_id = ?", (stream_id,)
        )}  # fmt: skip

    def hashes(self, stream_id: str, sequence: int) -> set[str]:
        """The header hashes of what is here under one number of a stream; more than one when it forked."""
        return {row[0] for row in self._core.engine.rows(
            "SELECT hash FROM package WHERE stream_id = ? AND sequence = ?", (stream_id, sequence)
        )}  # fmt: skip

    def add_package(self, package: Package) -> None:
        """Write a package that left or came."""
        self._change.note("package", package.id)
        self._insert("package", [package])

    def acknowledge(self, package_id: str, at: str) -> None:
        """Remember when the receipt of this package was read, or written; the first time stays."""
        self._change.note("package", package_id)
        self._core.engine.run(
            "UPDATE package SET acknowledged_at = ? WHERE id = ? AND acknowledged_at IS NULL",
            (at, package_id),
        )

    def sent(
        self, correspondent_id: str, record_ids: Iterable[str] | None = None
    ) -> dict[str, list[SentRevision]]:
        """By record, everything of it this recipient was sent, oldest first."""
        return _grouped(self._revisions(SentRevision, "sent_revision", correspondent_id, record_ids))

    def add_sent(self, revisions: Sequence[SentRevision]) -> None:
        """Write many of them, in order."""
        self._insert("sent_revision", revisions)

    def received(
        self, correspondent_id: str, record_ids: Iterable[str] | None = None
    ) -> dict[str, list[ReceivedRevision]]:
        """By record, everything of it this sender sent us, in the order it came."""
        return _grouped(self._revisions(ReceivedRevision, "received_revision", correspondent_id, record_ids))

    def written_apart(self, correspondent_id: str, record_ids: Iterable[str]) -> set[str]:
        """Those of these records that somebody but this correspondent wrote too."""
        return {row[0] for row in self._core.engine.rows(
            "SELECT DISTINCT record_id FROM revision WHERE record_id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM received_revision r WHERE r.correspondent_id = ?"
            " AND r.record_id = revision.record_id AND r.local_revision = revision.id)",
            (msgspec.json.encode(list(record_ids)).decode(), correspondent_id),
        )}  # fmt: skip

    def senders(self, revision_ids: Iterable[str]) -> dict[str, str]:
        """By revision written here, somebody else because of whose package it was written."""
        return dict(self._core.engine.rows(
            "SELECT local_revision, correspondent_id FROM received_revision"
            " WHERE local_revision IN (SELECT value FROM json_each(?))"
            f" AND correspondent_id NOT IN (SELECT id FROM correspondent WHERE role = '{ONESELF}')",
            (msgspec.json.encode(list(revision_ids)).decode(),),
        ))  # fmt: skip

    def cases_by_sender(self) -> dict[str, list[str]]:
        """By correspondent, the cases they sent."""
        found: dict[str, list[str]] = {}
        for record_id, correspondent_id in self._sent_here("case"):
            found.setdefault(correspondent_id, []).append(record_id)
        return found

    def students_by_sender(self) -> dict[str, frozenset[str]]:
        """By student, the correspondents who sent their sheet."""
        found: dict[str, set[str]] = {}
        for record_id, correspondent_id in self._sent_here("student"):
            found.setdefault(record_id, set()).add(correspondent_id)
        return {key: frozenset(senders) for key, senders in found.items()}

    def _sent_here(self, kind: str) -> list[Row]:
        return self._core.engine.rows(
            "SELECT DISTINCT r.record_id, r.correspondent_id FROM received_revision r"
            f' JOIN "{kind}" one ON one.id = r.record_id WHERE one.removed_at IS NULL'
            f" AND r.correspondent_id NOT IN (SELECT id FROM correspondent WHERE role = '{ONESELF}')"
        )

    def add_received(self, revisions: Sequence[ReceivedRevision], *, keep_former: bool = False) -> None:
        """Write many of them, in order."""
        self._insert("received_revision", revisions, keep_former=keep_former)

    def forget_received(self, local_revision: str) -> None:
        """What was decided is open again: what stands here does not go on from what came."""
        _ = self._change
        self._core.engine.run("DELETE FROM received_revision WHERE local_revision = ?", (local_revision,))

    def conflicts(self, *, settled: bool = False) -> list[Conflict]:
        """Conflicts that wait, or those settled; newest first."""
        return self._read(
            Conflict, "conflict", f"settled_at IS {'NOT ' if settled else ''}NULL ORDER BY seq DESC"
        )

    def waiting(self) -> int:
        """How many things want something: two versions, and receipts owed to those one exchanges with."""
        ((count,),) = self._core.engine.rows(
            "SELECT (SELECT count(DISTINCT correspondent_id || record_id) FROM conflict"
            " WHERE settled_at IS NULL) + (SELECT count(*) FROM package"
            " JOIN correspondent ON correspondent.id = package.correspondent_id"
            " WHERE direction = 'in' AND kind = 'records' AND acknowledged_at IS NULL AND state = 'compared'"
            f" AND role <> '{ONESELF}')"
        )
        return int(count)

    def add_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Keep them; one that is kept already stays as it is."""
        for conflict in conflicts:
            self._change.note("conflict", conflict.id)
        self._insert("conflict", conflicts, keep_former=True)

    def has_left(self, revision_id: str) -> bool:
        """Whether this revision was sent to anybody."""
        return bool(
            self._core.engine.rows("SELECT 1 FROM sent_revision WHERE revision_id = ?", (revision_id,))
        )

    def settle(self, conflict_ids: Iterable[str], at: str | None) -> None:
        """They are decided, or open again when `at` is None."""
        for conflict_id in conflict_ids:
            self._change.note("conflict", conflict_id)
            self._core.engine.run("UPDATE conflict SET settled_at = ? WHERE id = ?", (at, conflict_id))

    def _revisions(
        self, struct: type[T], table: str, correspondent_id: str, record_ids: Iterable[str] | None
    ) -> list[T]:
        if record_ids is None:
            return self._read(struct, table, "correspondent_id = ? ORDER BY ordinal", (correspondent_id,))
        return self._read(
            struct,
            table,
            "correspondent_id = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
            (correspondent_id, msgspec.json.encode(list(record_ids)).decode()),
        )

    def _read(self, struct: type[T], table: str, condition: str, parameters: Sequence[Any] = ()) -> list[T]:
        names = _names(struct)
        rows = self._core.engine.rows(f"SELECT {', '.join(names)} FROM {table} WHERE {condition}", parameters)
        return [_struct_of(struct, names, row) for row in rows]

    def _insert(self, table: str, structs: Sequence[msgspec.Struct], *, keep_former: bool = False) -> None:
        if not structs:
            return
        _ = self._change
        names = _names(type(structs[0]))
        self._core.engine.run_many(
            f"INSERT {'OR IGNORE ' if keep_former else ''}INTO {table} ({', '.join(names)})"
            f" VALUES ({', '.join('?' * len(names))})",
            [_values(one) for one in structs],
        )

    @property
    def _change(self) -> Change:
        if self._core.change is None:
            raise RuntimeError("transfers are written inside notebook.change()")
        return self._core.change


@cache
def _names(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(struct))


def _values(struct: msgspec.Struct) -> list[Any]:
    values = (getattr(struct, name) for name in _names(type(struct)))
    return [msgspec.json.encode(v).decode() if isinstance(v, dict | list) else v for v in values]


_JSON = frozenset({"counts", "case_ids", "conflicts", "refused", "ancestors", "ancestor", "ours", "theirs"})


def _struct_of(struct: type[T], names: tuple[str, ...], row: Row) -> T:
    values = {
        name: msgspec.json.decode(value) if name in _JSON and value is not None else value
        for name, value in zip(names, row, strict=True)
    }
    return struct(**values)


def _grouped(revisions: list[T]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in revisions:
        groups.setdefault(one.record_id, []).append(one)  # type: ignore[attr-defined]
    return groups


def _first(found: list[T]) -> T | None:
    return found[0] if found else None
