"""What was said to one question of a form."""

from typing import Any

import msgspec


class Answer(msgspec.Struct, kw_only=True, frozen=True):
    """One value in plain JSON types; tables and marked paragraphs have one row each, the rest row 0."""

    question: str
    row: int = 0
    value: Any

    def __repr__(self) -> str:
        """Name the question, not what was said."""
        return f"<Answer {self.question}>"
