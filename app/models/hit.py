"""Something search found."""

import msgspec

MARK_START, MARK_END = "\x02", "\x03"


class Hit(msgspec.Struct, kw_only=True, frozen=True):
    """`title` and `passage` carry MARK_START and MARK_END around what matched."""

    kind: str
    record_id: str
    student_id: str | None
    day: str | None
    title: str
    passage: str

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<Hit {self.kind} {self.record_id[:8]}>"
