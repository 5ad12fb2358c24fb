"""Everything that can go wrong and be told to a person.

Each class is one failure, its sentence and its next step written once, in English, and translated
where it is shown. Values filled in are file names, numbers and dates: never anybody's words.
"""

from typing import ClassVar

from app.i18n import Locale


class CarnetError(Exception):
    """A failure with a sentence and a next step. Raise where you know, catch where you can speak."""

    sentence: ClassVar[str]
    next_step: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(type(self).__name__)
        self.values = values

    def said(self, locale: Locale) -> str:
        """The sentence and the next step in one language."""
        parts = [locale.text(part, **self.values) for part in (self.sentence, self.next_step) if part]
        return " ".join(parts)
