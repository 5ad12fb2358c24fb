"""One record in words, for somebody who decides about it."""

import msgspec


class Told(msgspec.Struct, kw_only=True, frozen=True):
    """`fields` are (label, value) in the reader's language; values are "" where only the label counts."""

    kind: str
    record_id: str
    title: str
    fields: list[tuple[str, str]]

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<Told {self.kind} {self.record_id[:8]}>"
