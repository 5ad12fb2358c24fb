"""What every part of one paper knows while it is being set."""

from typing import Any

from app.documents.style import Style
from app.documents.subject import PaperSubject
from app.frameworks.kinds import is_empty
from app.i18n import Locale
from app.models.discreet import Discreet
from app.models.form import Form, Question


class Composition(Discreet, frozen=True):
    """One subject in one language, set in one style.

    `said` is filled while it is set: which questions have something to print, the same in every style.
    """

    subject: PaperSubject
    locale: Locale
    style: Style
    said: dict[str, bool] = {}

    @property
    def blank(self) -> bool:
        """Whether this is paper to be written on."""
        return self.subject.blank

    @property
    def form(self) -> Form:
        """The form as this service asks it."""
        return self.subject.form

    def label(self, question: Question) -> str:
        """The question's words."""
        return self.locale.words(question.label)

    def value(self, question: Question) -> Any:
        """What was said, or None."""
        value = (self.subject.values or {}).get(question.key)
        return None if is_empty(kind=question.kind, value=value) else value

    def other(self, question: Question) -> str:
        """What "other" stands for, where it was chosen."""
        return str((self.subject.values or {}).get(f"{question.key}:other") or "").strip()

    def fact(self, name: str) -> list[str]:
        """A fact's lines, none when it is not known."""
        return [line for line in self.subject.facts.get(name, "").split("\n") if line.strip()]
