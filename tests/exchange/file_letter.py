"""A package with attachments as somebody hostile would put it together."""

import base64
import hashlib
from typing import Any

from app.models.record import new_id
from tests import pictures
from tests.exchange.letter import AT, Letter
from tests.exchange.pair import Pair

PDF = pictures.pdf(pages=1)


class FileLetter(Letter):
    """Of the second version: a student, a case and its attachments, signed whatever they say."""

    def __init__(self, pair: Pair) -> None:
        super().__init__(pair)
        self.header["version"] = 2
        student = self.student()
        self.case_line = self.case(student)
        self.records = [student, self.case_line]
        self.pieces: list[dict[str, Any]] = []

    def add(self, content: bytes = PDF, *, parts: list[bytes] | None = None, **changes: Any) -> str:
        """The line of an attachment; its pieces follow once the letter ends."""
        said = {
            "case_id": self.case_line["id"], "record_kind": "case", "record_id": self.case_line["id"],
            "name": "bilan.pdf", "type": "pdf", "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(), "added_at": AT, "author_id": self.author["id"],
        }  # fmt: skip
        key = str(changes.pop("id", new_id()))
        parts = [content] if parts is None else parts
        self.records.append(self.record("attachment", said | changes, id=key) | {"pieces": len(parts)})
        self.pieces += [
            {"attachment": key, "content": base64.b64encode(one).decode(), "piece": n}
            for n, one in enumerate(parts)
        ]
        return key

    def clear(self) -> bytes:
        """The pieces behind all records, and the manifest counts both."""
        self.manifest = {"records": len(self.records), "pieces": len(self.pieces)} | self.manifest
        records, self.records = self.records, [*self.records, *self.pieces]
        try:
            return super().clear()
        finally:
            self.records = records
