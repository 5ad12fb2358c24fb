"""One line of the list of students."""

from datetime import date

import msgspec


class StudentLine(msgspec.Struct, kw_only=True, frozen=True):
    """Enough to draw the row; `key` is where the next page begins."""

    id: str
    listed_name: str
    class_name: str
    gender: str = ""
    last_seen: date | None
    has_draft: bool
    is_followed: bool
    key: str

    def __repr__(self) -> str:
        """Name the line, not the person."""
        return f"<StudentLine {self.id[:8]}>"
