"""One sheet as it lies open: its form, its record and what it says."""

from typing import Any

import msgspec

from app.models.draft import Draft
from app.models.form import Form, Values


class Sheet(msgspec.Struct, kw_only=True, frozen=True):
    """`record` is one of the form records; `draft` is what was typed since its last revision."""

    kind: str
    form: Form
    record: Any
    values: Values
    draft: Draft | None = None
    is_new: bool = False

    def __repr__(self) -> str:
        """Name the sheet, not what it says."""
        return f"<Sheet {self.kind} {self.record.id[:8]}>"
