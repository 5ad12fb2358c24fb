"""A letter, as its data file says: words with places to fill, in every language it exists in."""

from typing import Literal

import msgspec

from app.models.form import Version, Words

Reader = Literal["guardians", "student", "partner"]


class Ask(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Something only the writer knows; the text shows it as `{key}`.

    `source` names what it begins with: a fact, or "appointment.day", "appointment.time", "interview.day",
    "interview.start", "interview.end" of this student.
    """

    key: str
    kind: Literal["text", "date", "time"]
    label: Words
    source: str = ""


class LetterText(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The words by who reads them; a letter goes only to those it has words for."""

    guardians: Words = {}
    student: Words = {}
    partner: Words = {}

    def to(self, reader: Reader) -> Words:
        """The words for one kind of reader."""
        return {"guardians": self.guardians, "student": self.student, "partner": self.partner}[reader]


Asks = list[Ask]


class Letter(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole letter; `key` is the name of its file.

    An empty line parts paragraphs; `{line}` at the end of one is a line to write on. `slip` is torn off
    and sent back, its first line is its title. `envelope` stands above the address. Without `addressed`
    it is handed over and bears no address; on a `neutral` one the service may stay unnamed.
    """

    version: Version
    title: Words
    subject: Words
    text: LetterText
    slip: Words = {}
    envelope: Words = {}
    asks: Asks = []
    frameworks: list[str] = []  # empty: every service
    code: str = ""
    confidential: bool = True
    addressed: bool = True
    neutral: bool = False
    key: str = ""

    @property
    def readers(self) -> list[Reader]:
        """Whom it has words for."""
        every: tuple[Reader, ...] = ("guardians", "student", "partner")
        return [reader for reader in every if self.text.to(reader)]

    @property
    def to_partner(self) -> bool:
        """Whether it goes to a service outside."""
        return self.readers == ["partner"]

    @property
    def languages(self) -> list[str]:
        """The languages every one of its readers finds it in."""
        first, *others = (self.text.to(reader) for reader in self.readers)
        return [code for code in first if all(code in words for words in others)]
