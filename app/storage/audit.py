"""The log of openings, papers, packages, deletions and keys: lines are added, never changed."""

import hashlib

import msgspec

from app.errors import CarnetError
from app.models.audit_line import AuditLine, What
from app.models.record import now
from app.storage.engine import Engine

_COLUMNS = "seq, at, author_id, what, kind, record_id, detail, hash"
_PIECE = 2000
Codes = list[str]  # inside the class, `list` is what a shelf does


class Audit:
    """Each line carries a hash over itself and the hash of the line before.

    It tells whether lines were changed, moved or taken out. Whoever holds the key and knows how could
    write it all anew; against an older file put in this one's place stands what others were sent.
    """

    def __init__(self, engine: Engine, author_id: str) -> None:
        self._engine = engine
        self._author_id = author_id
        self._owed: list[tuple[What, str]] = []

    def add(self, what: What, *, kind: str = "", record_id: str = "", detail: str = "") -> str:
        """Write one line and return its hash; call inside the transaction of what it tells."""
        with self._engine.transaction():
            for before, at in self._owed:
                self._write(before, at, "", "", "")
            digest = self._write(what, now(), kind, record_id, detail)
            self._owed = []
        return digest

    def add_when_possible(self, what: What) -> None:
        """For what has happened already: where the disk refuses, the line waits for the next one."""
        try:
            self.add(what)
        except CarnetError:
            self._owed.append((what, now()))

    def list(self, *, before: int | None = None, limit: int = 100) -> list[AuditLine]:
        """The newest lines first, those older than line `before` when it is named."""
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE ?1 IS NULL OR seq < ?1 ORDER BY seq DESC LIMIT ?2",
            (before, limit),
        )
        return [_line(row) for row in rows]

    def count(self) -> int:
        """How many lines there are."""
        row = self._engine.row("SELECT count(*) FROM audit")
        return int(row[0]) if row else 0

    def damage(self) -> Codes:
        """Lines that do not fit the one before, and a log that does not end where it should."""
        problems = []
        last, number = b"", 0
        while rows := self._engine.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE seq > ? ORDER BY seq LIMIT {_PIECE}", (number,)
        ):
            for row in rows:
                *said, digest = row
                if said[0] != number + 1 or _hash(last, *said) != digest:
                    problems.append(f"line {said[0]}")
                last, number = bytes(digest), int(said[0])
        if self._engine.row("SELECT count, hash FROM audit_head") != (number, last):
            problems.append("end")
        return problems

    def _write(self, what: What, at: str, kind: str, record_id: str, detail: str) -> str:
        # from the head, not from the last line there is: a new line must not cover a cut
        head = self._engine.row("SELECT count, hash FROM audit_head") or (0, b"")
        newest = self._engine.row("SELECT max(seq) FROM audit")
        count, last = max(head[0], (newest and newest[0]) or 0), bytes(head[1])
        line = (count + 1, at, self._author_id, what, kind, record_id, detail)
        digest = _hash(last, *line)
        self._engine.run(f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*line, digest))
        self._engine.run("UPDATE audit_head SET count = count + 1, hash = ?", (digest,))
        return digest.hex()


def _hash(before: bytes, *said: object) -> bytes:
    return hashlib.sha256(b"carnet-audit-1\0" + before + msgspec.json.encode(said)).digest()


def _line(row: tuple) -> AuditLine:  # type: ignore[type-arg]
    *said, digest = row
    names = [name.strip() for name in _COLUMNS.split(",")]
    return AuditLine(**dict(zip(names, [*said, digest.hex()], strict=True)))
