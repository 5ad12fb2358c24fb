"""One personal note."""

from datetime import date
from typing import NamedTuple


class Note(NamedTuple):
    """What the author keeps for themself beside a sheet or a student; `passage` only in search results."""

    subject_id: str
    student_id: str | None
    text: str
    written_at: str
    review_on: date
    passage: str = ""

    def __repr__(self) -> str:
        """Never the words."""
        return f"<Note {self.subject_id[:8]}>"


class NoteDraft(NamedTuple):
    """Typing not yet finished and where the cursor was."""

    subject_id: str
    student_id: str | None
    text: str
    cursor: int
    kept_at: str

    def __repr__(self) -> str:
        """Never the words."""
        return f"<NoteDraft {self.subject_id[:8]}>"
