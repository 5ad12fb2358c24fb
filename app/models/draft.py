"""Typing that is not yet a change."""

from typing import Any

import msgspec

from app.models.record import now


class Draft(msgspec.Struct, kw_only=True, frozen=True):
    """The raw content of one open sheet: what the widgets hold, invalid input too, and the cursor.

    `record_id` names the sheet, also when nothing of it has been finished yet.
    """

    record_id: str
    kind: str
    form: str
    form_version: int
    content: dict[str, Any]
    cursor: dict[str, Any] = {}
    student_id: str | None = None
    case_id: str | None = None
    base_revision: str = ""
    at: str = msgspec.field(default_factory=now)

    def __repr__(self) -> str:
        """Name the sheet, not what is written on it."""
        return f"<Draft {self.kind} {self.record_id[:8]}>"
