"""What was erased for ever."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from app.errors import CarnetError, RecordUnknown, TracesLeft
from app.models.doomed import Doomed
from app.models.erasure import Erasure
from app.models.record import now
from app.storage.audit import Audit
from app.storage.cases import Cases
from app.storage.engine import Interrupted
from app.storage.erasing import doomed, erase, take_out_traces
from app.storage.shelf import Core

_NAMES = [field.name for field in msgspec.structs.fields(Erasure)]
_COLUMNS = ", ".join(_NAMES)
Codes = list[str]  # inside the class, `list` is what a shelf does


class Erasures:
    """Each is in the log, line by line and once as a whole."""

    def __init__(self, core: Core, cases: Cases, audit: Audit) -> None:
        self._core, self._cases, self._audit = core, cases, audit

    def look(self, *, kind: str, record_ids: Sequence[str]) -> Doomed:
        """Everything that would go with records of one kind; StillNamed."""
        return doomed(self._core.engine, kind=kind, record_ids=record_ids)

    def erase(
        self, *, kind: str, record_ids: Sequence[str], named: Mapping[str, int] | None = None
    ) -> Erasure:
        """Take every word of them out, inside a change; `finish` takes the last traces out of the file.

        `named` counts them in words of their own too, see Erasure.
        """
        change = self._core.change
        if change is None:
            raise RuntimeError("records are erased inside notebook.change()")
        gone = self.look(kind=kind, record_ids=record_ids)
        done = Erasure(
            author_id=self._core.history.author_id,
            kind=kind,
            record_id=" ".join(record_ids),
            case_references=gone.case_references,
            counts=self._counted(gone) | dict(named or {}),
        )
        for case_id in gone.of("case"):
            self._cases.keep_number(case_id)
        erase(self._core.engine, gone)
        self._core.engine.run(
            f"INSERT INTO erasure ({_COLUMNS}) VALUES ({', '.join('?' * len(_NAMES))})",
            [_stored(getattr(done, name)) for name in _NAMES],
        )
        for each, ids in sorted(gone.ids.items()):
            for one in ids:
                self._audit.add("erased", kind=each, record_id=one)
                change.note(each, one)
        self._audit.add("certified", kind="erasure", record_id=done.id, detail=done.digest())
        return done

    def finish(self) -> None:
        """Write the file anew, outside a change; TracesLeft where the disk or the memory do not suffice."""
        try:
            take_out_traces(self._core.engine)
        except (CarnetError, Interrupted, MemoryError) as error:
            raise TracesLeft from error
        self._core.engine.run("UPDATE erasure SET finished_at = ? WHERE finished_at IS NULL", (now(),))

    def unfinished(self) -> bool:
        """Whether traces of something erased may still be in the file."""
        return any(one.finished_at is None for one in self.list())

    def get(self, erasure_id: str) -> Erasure:
        """One of them; RecordUnknown."""
        found = [one for one in self.list() if one.id == erasure_id]
        if not found:
            raise RecordUnknown(reference=erasure_id[:8])
        return found[0]

    def list(self) -> list[Erasure]:
        """All of them, newest first."""
        rows = self._core.engine.rows(f"SELECT {_COLUMNS} FROM erasure ORDER BY seq DESC")
        return [_erasure(row) for row in rows]

    def line(self, erasure_id: str) -> tuple[int, str]:
        """The line of the log that holds it: its number and its hash."""
        row = self._core.engine.row(
            "SELECT seq, hash FROM audit WHERE what = 'certified' AND record_id = ?", (erasure_id,)
        )
        return (int(row[0]), row[1].hex()) if row else (0, "")

    def damage(self) -> Codes:
        """Those that are not what the log says, by short identifier; empty when all are."""
        said: dict[str, str] = dict(
            self._core.engine.rows("SELECT record_id, detail FROM audit WHERE what = 'certified'")
        )
        here = {one.id: one.digest() for one in self.list()}
        return [one[:8] for one in {**said, **here} if said.get(one) != here.get(one)]

    def _counted(self, gone: Doomed) -> dict[str, int]:
        row = self._core.engine.row(
            "SELECT count(*) FROM revision_content JOIN revision ON revision.id = revision_id"
            " WHERE record_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(gone.every_id).decode(),),
        )
        counts = {kind: len(ids) for kind, ids in gone.ids.items()}
        counts |= {
            "draft": len(gone.drafts),
            "sent_paper": len(gone.papers),
            "revision": int(row[0]) if row else 0,
        }
        return {kind: n for kind, n in counts.items() if n}


def _stored(value: Any) -> Any:
    return msgspec.json.encode(value).decode() if isinstance(value, dict | list) else value


def _erasure(row: tuple) -> Erasure:  # type: ignore[type-arg]
    values = dict(zip(_NAMES, row, strict=True))
    for name in ("case_references", "counts"):
        values[name] = msgspec.json.decode(values[name])
    return Erasure(**values)
