"""Typing that is not yet a change: one encrypted row per open sheet, no revision, no index."""

from typing import Any

import msgspec

from app.models.draft import Draft
from app.storage.engine import Engine

_COLUMNS = "record_id, kind, form, form_version, student_id, case_id, base_revision, at, content"


class Drafts:
    """Written at most a second after the first key not yet on disk; gone when the sheet is finished."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, draft: Draft) -> None:
        """Write or replace the draft of its sheet; on disk when this returns."""
        content = msgspec.json.encode({"content": draft.content, "cursor": draft.cursor})
        with self._engine.transaction():
            self._engine.run(
                f"INSERT OR REPLACE INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    draft.record_id, draft.kind, draft.form, draft.form_version, draft.student_id,
                    draft.case_id, draft.base_revision, draft.at, content,
                ),
            )  # fmt: skip

    def get(self, record_id: str) -> Draft | None:
        """The draft of one sheet, or None."""
        rows = self._engine.rows(f"SELECT {_COLUMNS} FROM draft WHERE record_id = ?", (record_id,))
        return _draft(rows[0]) if rows else None

    def list(self) -> list[Draft]:
        """Every draft, newest first."""
        rows = self._engine.rows(f"SELECT {_COLUMNS} FROM draft ORDER BY at DESC")
        return [_draft(row) for row in rows]

    def drop(self, record_id: str) -> None:
        """Forget the draft of one sheet."""
        self._engine.run("DELETE FROM draft WHERE record_id = ?", (record_id,))


def _draft(row: tuple[Any, ...]) -> Draft:
    inner = msgspec.json.decode(row[8])
    return Draft(
        record_id=row[0], kind=row[1], form=row[2], form_version=row[3], student_id=row[4], case_id=row[5],
        base_revision=row[6], at=row[7], content=inner["content"], cursor=inner["cursor"],
    )  # fmt: skip
