"""The journal of finished changes: history, undo and merge are read from it."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from app.models.kinds import KINDS
from app.models.record import new_id, now
from app.models.revision import Revision
from app.storage.engine import Engine

_COLUMNS = "id, kind, record_id, parents, author_id, at, form_version, content_hash, chain_hash"


class History:
    """Revisions of every record, each bound to its parents by a hash over the chain."""

    def __init__(self, engine: Engine, author_id: str) -> None:
        self._engine = engine
        self.author_id = author_id
        self.joined: list[str] = []
        self.is_received = False

    def add(
        self, *, kind: str, record_id: str, content: bytes, parents: list[str], form_version: int = 0
    ) -> str:
        """Write one revision and return its id; call inside the transaction that writes the record."""
        rows = self._prepare([(kind, record_id, content, parents, form_version)])
        return str(rows[0])

    def add_many(self, changes: list[tuple[str, str, bytes, list[str], int]]) -> list[str]:
        """The same for many records at once: (kind, record id, content, parents, form version)."""
        return self._prepare(changes)

    def of(self, record_id: str) -> list[Revision]:
        """The revisions of one record, oldest first."""
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM revision WHERE record_id = ? ORDER BY seq",
            (record_id,),
        )
        return [_revision(row) for row in rows]

    def many(self, revision_ids: list[str]) -> dict[str, Revision]:
        """These revisions by their identifier."""
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM revision WHERE id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(revision_ids).decode(),),
        )
        return {row[0]: _revision(row) for row in rows}

    def kinds(self, record_ids: list[str]) -> dict[str, str]:
        """What these identifiers mean here, {identifier: kind}; one never used is absent."""
        rows = self._engine.rows(
            "SELECT DISTINCT record_id, kind FROM revision"
            " WHERE record_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(record_ids).decode(),),
        )
        return dict(rows)

    def ids_of(self, record_ids: list[str]) -> dict[str, set[str]]:
        """By record the identifiers of its revisions; one never used is absent."""
        found: dict[str, set[str]] = {}
        for record_id, revision_id in self._engine.rows(
            "SELECT record_id, id FROM revision WHERE record_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(record_ids).decode(),),
        ):
            found.setdefault(record_id, set()).add(revision_id)
        return found

    @contextmanager
    def written_by(self, author_id: str) -> Iterator[None]:
        """What is saved inside was written by somebody else: a received record keeps its author."""
        own, self.author_id = self.author_id, author_id
        before, self.is_received = self.is_received, True
        try:
            yield
        finally:
            self.author_id, self.is_received = own, before

    @contextmanager
    def joining(self, revision_id: str) -> Iterator[None]:
        """What is saved inside goes on from this revision too: somebody decided between two versions."""
        self.joined = [revision_id]
        try:
            yield
        finally:
            self.joined = []

    def content(self, revision_id: str) -> dict[str, Any] | None:
        """What the record said then, {"record": …, "answers": …}; None once erased."""
        row = self._engine.row("SELECT content FROM revision_content WHERE revision_id = ?", (revision_id,))
        return msgspec.json.decode(row[0]) if row else None

    def contents(self, revision_ids: list[str]) -> dict[str, dict[str, Any]]:
        """The same for many by revision; one that was erased is absent."""
        rows = self._engine.rows(
            "SELECT revision_id, content FROM revision_content"
            " WHERE revision_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(revision_ids).decode(),),
        )
        return {row[0]: msgspec.json.decode(row[1]) for row in rows}

    def erase(self, record_id: str) -> None:
        """Erase what was written, keep that it was: the chain stays verifiable."""
        self._engine.run(
            "DELETE FROM revision_content WHERE revision_id IN (SELECT id FROM revision WHERE record_id = ?)",
            (record_id,),
        )

    def damage(self) -> list[str]:
        """Revisions whose hashes do not fit, and records whose newest one is not there; empty when all holds.

        Revisions are named by short identifier, records by kind and short identifier.
        """
        problems = [
            f"{kind} {row[0][:8]}"
            for kind in KINDS
            for row in self._engine.rows(
                f'SELECT id FROM "{kind}" WHERE revision NOT IN (SELECT id FROM revision)'
            )
        ]
        chained: dict[str, bytes] = {}
        last = 0
        while rows := self._engine.rows(
            "SELECT r.seq, r.id, r.kind, r.record_id, r.parents, r.author_id, r.at, r.form_version,"
            " r.content_hash, r.chain_hash, c.salt, c.content FROM revision r"
            " LEFT JOIN revision_content c ON c.revision_id = r.id WHERE r.seq > ? ORDER BY r.seq LIMIT 2000",
            (last,),
        ):
            for row in rows:
                parents = msgspec.json.decode(row[4])
                expected = _chain(
                    row[1],
                    row[2],
                    row[3],
                    [chained.get(p, b"") for p in parents],
                    row[5],
                    row[6],
                    row[7],
                    row[8],
                )
                chained[row[1]] = row[9]
                if expected != row[9] or (row[10] is not None and _content_hash(row[10], row[11]) != row[8]):
                    problems.append(row[1][:8])
            last = rows[-1][0]
        return problems

    def _prepare(self, changes: list[tuple[str, str, bytes, list[str], int]]) -> list[str]:
        at = now()
        revisions, contents, ids = [], [], []
        for kind, record_id, content, followed, form_version in changes:
            parents = [*followed, *self.joined]
            revision_id, salt = new_id(), secrets.token_bytes(16)
            digest = _content_hash(salt, content)
            chain = _chain(
                revision_id, kind, record_id, [self._chain_of(p) for p in parents],
                self.author_id, at, form_version, digest,
            )  # fmt: skip
            revisions.append((
                revision_id, kind, record_id, msgspec.json.encode(parents).decode(),
                self.author_id, at, form_version, digest, chain,
            ))  # fmt: skip
            contents.append((revision_id, salt, content))
            ids.append(revision_id)
        self._engine.run_many(
            f"INSERT INTO revision ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            revisions,
        )
        self._engine.run_many("INSERT INTO revision_content VALUES (?, ?, ?)", contents)
        return ids

    def _chain_of(self, revision_id: str) -> bytes:
        row = self._engine.row("SELECT chain_hash FROM revision WHERE id = ?", (revision_id,))
        return bytes(row[0]) if row else b""


def _content_hash(salt: bytes, content: bytes) -> bytes:
    return hashlib.sha256(b"carnet-content-1\0" + salt + content).digest()


def _chain(
    revision_id: str,
    kind: str,
    record_id: str,
    parents: list[bytes],
    author_id: str,
    at: str,
    form_version: int,
    digest: bytes,
) -> bytes:
    head = msgspec.json.encode(
        [revision_id, kind, record_id, [p.hex() for p in parents], author_id, at, form_version, digest.hex()]
    )
    return hashlib.sha256(b"carnet-chain-1\0" + head).digest()


def _revision(row: tuple[Any, ...]) -> Revision:
    return Revision(
        id=row[0], kind=row[1], record_id=row[2], parents=msgspec.json.decode(row[3]), author_id=row[4],
        at=row[5], form_version=row[6], content_hash=row[7].hex(), chain_hash=row[8].hex(),
    )  # fmt: skip
