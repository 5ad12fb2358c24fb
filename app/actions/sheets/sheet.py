"""One sheet as it lies open: its form, its record and what it says."""

from typing import Any

import msgspec

from app.models.answer import Answer
from app.models.draft import Draft
from app.models.form import Form, Values


class Sheet(msgspec.Struct, kw_only=True, frozen=True):
    """`record` is one of the form records; `draft` is what was typed since its last revision.

    `unasked` are answers to an earlier or a newer version of the form, which this one cannot hold.
    """

    kind: str
    form: Form
    record: Any
    values: Values
    draft: Draft | None = None
    is_new: bool = False
    unasked: list[Answer] = []

    @property
    def is_newer(self) -> bool:
        """Whether it was written on a newer version of its form than the one known here."""
        return bool(self.record.form_version > self.form.version)

    def __repr__(self) -> str:
        """Name the sheet, not what it says."""
        return f"<Sheet {self.kind} {self.record.id[:8]}>"
