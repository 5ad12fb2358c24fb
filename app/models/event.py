"""One line of a student's chronology."""

from datetime import date

import msgspec


class Event(msgspec.Struct, kw_only=True, frozen=True):
    """`title`, `facts` and `text` are in the window's language; `quoted` text is the student's own words.

    A sheet has no title and no text until it is told.
    """

    kind: str
    record_id: str
    day: date
    clock: str
    title: str = ""
    facts: str = ""
    text: str = ""
    quoted: bool = False

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<Event {self.kind} {self.record_id[:8]}>"
