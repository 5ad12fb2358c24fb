"""What a recovery sheet shows."""

from datetime import date

import msgspec


class RecoverySheet(msgspec.Struct, kw_only=True, frozen=True):
    """The eight groups of a code, the first signs of the notebook's number, the day."""

    groups: list[str]
    notebook: str
    day: date

    def __repr__(self) -> str:
        """Never the code."""
        return "<RecoverySheet>"

    __str__ = __repr__

    def __rich_repr__(self):  # type: ignore[no-untyped-def]  # msgspec's own shows every field
        yield self.notebook
