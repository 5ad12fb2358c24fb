"""Papers as they left: the very bytes, the same ones kept once, never changed."""

import hashlib
import secrets
import zlib
from collections.abc import Iterable

from app.errors import PaperLost
from app.storage.engine import Engine

_SALT = 32
_MOST = 1 << 28  # no paper of ours unpacks to more


class SentPapers:
    """Bytes by their SHA-256, as the lines of the ledger name them. Only `content` and `damage` read them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, pdf: bytes) -> tuple[str, str]:
        """Write the bytes unless they are there; their SHA-256, and the mark that binds them to the log."""
        sha256 = hashlib.sha256(pdf).hexdigest()
        row = self._engine.row("SELECT salt FROM sent_paper WHERE sha256 = ?", (sha256,))
        salt = bytes(row[0]) if row else secrets.token_bytes(_SALT)
        if row is None:
            self._engine.run(
                "INSERT INTO sent_paper (sha256, salt, size, packed) VALUES (?, ?, ?, ?)",
                (sha256, salt, len(pdf), zlib.compress(pdf, 9)),
            )
        return sha256, _mark(salt, pdf)

    def note_inside(self, sha256: str, record_ids: Iterable[str]) -> None:
        """Whose words are in it beside the one its line names."""
        self._engine.run_many(
            "INSERT OR IGNORE INTO sent_inside (paper, record_id) VALUES (?, ?)",
            [(sha256, record_id) for record_id in record_ids],
        )

    def content(self, sha256: str) -> bytes:
        """The bytes that left, or PaperLost when they are not those any more."""
        row = self._engine.row("SELECT size, packed FROM sent_paper WHERE sha256 = ?", (sha256,))
        content = _unpacked(row[1]) if row else b""
        if row is None or len(content) != row[0] or hashlib.sha256(content).hexdigest() != sha256:
            raise PaperLost
        return content

    def damage(self) -> list[str]:
        """Papers that are not there, not the ones that left, or not the ones the log tells of: beginnings."""
        problems = []
        told = {
            row[0] for row in self._engine.rows("SELECT detail FROM audit WHERE what IN ('printed', 'saved')")
        }
        for sha256, salt in self._engine.rows(
            "SELECT DISTINCT d.paper, p.salt FROM disclosure d LEFT JOIN sent_paper p ON p.sha256 = d.paper"
            " WHERE d.paper <> '' ORDER BY d.paper"
        ):
            try:
                whole = _mark(bytes(salt or b""), self.content(sha256)) in told
            except PaperLost:
                whole = False
            if not whole:
                problems.append(sha256[:8])
        return problems


def _mark(salt: bytes, pdf: bytes) -> str:
    return hashlib.sha256(b"carnet-paper-1\0" + salt + pdf).hexdigest()


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return b""
