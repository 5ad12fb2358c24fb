"""Looks for a word everywhere a program could have left it."""

import base64
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from PySide6.QtCore import QMimeData

from app.models.folding import fold
from app.storage.database_file import PAGE
from app.storage.engine import Engine

_IV, _RESERVED, _SALT = 16, 80, 16  # SQLCipher 4: what ends every page, and begins the first


class Word:
    """One word nobody else writes, in every guise it could be hiding in."""

    def __init__(self, word: str) -> None:
        self.word = word
        bare = "".join(s for s in unicodedata.normalize("NFKD", word) if not unicodedata.combining(s))
        spelt = {word, word.lower(), word.upper(), bare, bare.lower(), fold(word)}
        spelt |= {unicodedata.normalize("NFD", word), word.encode("unicode_escape").decode(), word[::-1]}
        self._texts = {one for one in spelt if len(one) > 5}
        # an index writes only the end of a term that begins like the one before
        self._ends = {fold(word)[-8:]}
        encoded = {
            one.encode(encoding, "ignore") for one in self._texts
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "cp1252")
        }  # fmt: skip
        plain = word.encode()
        encoded |= {plain.hex().encode(), plain.hex().upper().encode()}
        encoded |= {base64.b64encode(plain[at:])[:-4] for at in range(3)}
        self._bytes = {one for one in encoded if len(one) > 5}

    def in_text(self, text: str) -> bool:
        """Whether a text says it."""
        return any(one in text for one in self._texts)

    def in_bytes(self, content: bytes) -> bool:
        """Whether bytes hold it."""
        return any(one in content for one in self._bytes)

    def in_pdf(self, pdf: bytes) -> bool:
        """Whether a paper shows it or says it about itself."""
        document = pypdfium2.PdfDocument(pdf)
        try:
            words = [*document.get_metadata_dict().values()]
            words += [page.get_textpage().get_text_bounded() for page in document]
        finally:
            document.close()
        joined = "".join("".join(words).split())  # wrapping may have broken it
        return self.in_text(joined) or self.in_bytes(pdf)

    def in_files(self, folder: Path) -> list[str]:
        """The files below a folder whose name or content holds it."""
        files = [path for path in folder.rglob("*") if path.is_file()]
        return [path.name for path in files if self.in_text(str(path)) or self.in_bytes(path.read_bytes())]

    def in_database(self, path: Path, key: bytes) -> list[str]:
        """Where an encrypted file holds it: table and column, an index, or a page nobody reads any more."""
        engine = Engine.open(path, key, read_only=True)
        try:
            found = [place for place, cell in _cells(engine) if self._in_cell(cell)]
            found += [f"terms of {table}" for table, term in _terms(engine) if self._in_cell(term)]
        finally:
            engine.close()
        pages = decrypted(path, key)
        return found + [f"page {number}" for number, page in enumerate(pages, 1) if self._in_cell(page)]

    def in_clipboard(self, held: QMimeData | None) -> bool:
        """Whether it was copied, in any format."""
        return held is not None and any(self.in_bytes(held.data(name).data()) for name in held.formats())

    def _in_cell(self, cell: Any) -> bool:
        if isinstance(cell, str):
            return self.in_text(cell)
        if not isinstance(cell, bytes):
            return False
        return self.in_bytes(cell) or any(end.encode() in cell for end in self._ends)


def decrypted(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page of an encrypted file in clear, the free ones too, as bytes."""
    with path.open("rb") as stream:
        for number in range(path.stat().st_size // PAGE):
            page = stream.read(PAGE)
            start = _SALT if number == 0 else 0
            iv = page[PAGE - _RESERVED : PAGE - _RESERVED + _IV]
            decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
            yield decryptor.update(page[start : PAGE - _RESERVED]) + decryptor.finalize()


def _cells(engine: Engine) -> Iterator[tuple[str, Any]]:
    for (name,) in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [row[1] for row in engine.rows(f'PRAGMA table_info("{name}")')]
        for row in engine.rows(f'SELECT * FROM "{name}"'):
            yield from ((f"{name}.{column}", cell) for column, cell in zip(columns, row, strict=False))


def _terms(engine: Engine) -> Iterator[tuple[str, str]]:
    for (name,) in engine.rows("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'"):
        engine.rows(f"CREATE VIRTUAL TABLE temp.terms_{name} USING fts5vocab('main', '{name}', 'row')")
        for (term,) in engine.rows(f"SELECT term FROM temp.terms_{name}"):
            yield name, term
