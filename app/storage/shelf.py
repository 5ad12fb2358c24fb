"""What every shelf can do: get, list, save, remove."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from app.errors import RecordUnknown
from app.models.answer import Answer
from app.models.kinds import NAMES
from app.models.record import Record
from app.storage.change import Change
from app.storage.content import content_of
from app.storage.engine import Engine
from app.storage.given import refuse_given
from app.storage.history import History
from app.storage.rows import columns, record_of, row_of

R = TypeVar("R", bound=Record)
# whoever lies in the bin takes along what is to be done about them
STUDENT_PRESENT = (
    "(student_id IS NULL OR student_id NOT IN (SELECT b.id FROM student b WHERE b.removed_at IS NOT NULL"
    " UNION ALL SELECT j.id FROM student b JOIN student j ON j.joined_into = b.id"
    " WHERE b.removed_at IS NOT NULL))"
)
_List = list  # inside the class, `list` is what a shelf does


class Core:
    """What the shelves of one notebook share."""

    def __init__(self, engine: Engine, history: History) -> None:
        self.engine = engine
        self.history = history
        self.change: Change | None = None


class Shelf(Generic[R]):
    """Records of one noun. Saving needs a change under way and writes one revision."""

    struct: ClassVar[type[Record]]
    order: ClassVar[str] = "seq"

    def __init__(self, core: Core) -> None:
        self._core = core
        self.kind = NAMES[self.struct]
        self._names = columns(self.struct)
        self._table = f'"{self.kind}"'
        self._select = f"SELECT {', '.join(self._names)} FROM {self._table}"

    def get(self, record_id: str) -> R:
        """The record; RecordUnknown when there is none."""
        found = self.find(record_id)
        if found is None:
            raise RecordUnknown(reference=record_id[:8])
        return found

    def find(self, record_id: str | None) -> R | None:
        """The record, or None."""
        rows = self._where("id = ?", (record_id,)) if record_id else []
        return rows[0] if rows else None

    def many(self, record_ids: Iterable[str]) -> dict[str, R]:
        """Those of these records that are here, by identifier."""
        wanted = msgspec.json.encode(sorted(set(record_ids))).decode()
        return {one.id: one for one in self._where("id IN (SELECT value FROM json_each(?))", (wanted,))}

    def list(self, *, removed: bool = False) -> list[R]:
        """Every record not in the bin, or every one in it."""
        return self._where(f"removed_at IS {'NOT ' if removed else ''}NULL")

    def beginning_with(self, letters: str) -> _List[R]:
        """Those whose identifier begins so, not in the bin."""
        return self._where("removed_at IS NULL AND id >= ? AND id < ? || 'g'", (letters, letters))

    def count(self) -> int:
        """How many are not in the bin."""
        row = self._core.engine.row(f"SELECT count(*) FROM {self._table} WHERE removed_at IS NULL")
        return int(row[0]) if row else 0

    def save(self, record: R) -> R:
        """Write the record and one revision of it; unchanged content writes nothing."""
        return self._save(record, self._content(record), 0)

    def save_many(self, records: Sequence[R]) -> _List[R]:
        """Write many records and a revision of each, set-based; what was written."""
        return self._save_many([(record, self._content(record), 0) for record in records])

    def write_beside(self, record: R, *, parents: _List[str], answers: Sequence[Answer] = ()) -> str:
        """One revision that the record does not stand at: what somebody else wrote meanwhile."""
        self._change.note(self.kind, record.id)
        return self._core.history.add(
            kind=self.kind, record_id=record.id, content=self._beside(record, answers), parents=parents,
            form_version=int(getattr(record, "form_version", 0)),
        )  # fmt: skip

    def _beside(self, record: R, answers: Sequence[Answer]) -> bytes:
        return self._content(record)

    def remove(self, record_id: str) -> None:
        """Erase the record and what its revisions said; that it was stays in the chain."""
        self._change.note(self.kind, record_id)
        self._core.history.erase(record_id)
        self._core.engine.run(f"DELETE FROM {self._table} WHERE id = ?", (record_id,))

    def _save(self, record: R, content: bytes, form_version: int) -> R:
        change = self._change
        stored = self._core.engine.row(
            f"SELECT t.revision, c.content FROM {self._table} t"
            " LEFT JOIN revision_content c ON c.revision_id = t.revision WHERE t.id = ?",
            (record.id,),
        )
        if stored and stored[1] == content and not self._core.history.joined:
            return msgspec.structs.replace(record, revision=stored[0])
        self._refuse_given([(record, content)])
        revision = self._core.history.add(
            kind=self.kind, record_id=record.id, content=content,
            parents=[stored[0]] if stored else [], form_version=form_version,
        )  # fmt: skip
        record = msgspec.structs.replace(record, revision=revision)
        self._core.engine.run(self._upsert(), self._row(record))
        change.note(self.kind, record.id)
        return record

    def _save_many(self, written: Sequence[tuple[R, bytes, int]]) -> _List[R]:
        """Each record with its content and the version of its form."""
        change = self._change
        self._refuse_given((record, content) for record, content, _ in written)
        ids = self._core.history.add_many(
            [(self.kind, r.id, content, [r.revision] if r.revision else [], v) for r, content, v in written]
        )
        stamped = [msgspec.structs.replace(one[0], revision=i) for one, i in zip(written, ids, strict=True)]
        self._core.engine.run_many(self._upsert(), [self._row(record) for record in stamped])
        for record in stamped:
            change.note(self.kind, record.id)
        return stamped

    def _refuse_given(self, written: Iterable[tuple[R, bytes]]) -> None:
        if not self._core.history.is_received:
            refuse_given(self._core.engine, self.kind, written)

    def _content(self, record: R) -> bytes:
        return msgspec.json.encode({"record": content_of(record)}, order="sorted")

    def _extra(self, record: R) -> dict[str, Any]:
        """Columns that are derived from the record, for sorting."""
        return {}

    def _row(self, record: R) -> _List[Any]:
        return [*row_of(record), *self._extra(record).values()]

    def _upsert(self) -> str:
        names = [*self._names, *self._extra_names()]
        marks = ", ".join("?" * len(names))
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        return (
            f"INSERT INTO {self._table} ({', '.join(names)}) VALUES ({marks})"
            f" ON CONFLICT (id) DO UPDATE SET {updates}"
        )

    def _extra_names(self) -> Sequence[str]:
        return ()

    def _where(self, condition: str, parameters: Sequence[Any] = (), *, tail: str = "") -> _List[R]:
        rows = self._core.engine.rows(
            f"{self._select} WHERE {condition} ORDER BY {self.order} {tail}",
            parameters,
        )
        return [record_of(self.struct, self._names, row) for row in rows]  # type: ignore[misc]

    @property
    def _change(self) -> Change:
        if self._core.change is None:
            raise RuntimeError("records are saved inside notebook.change()")
        return self._core.change
