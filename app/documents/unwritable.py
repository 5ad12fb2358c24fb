"""What no font here writes, so that it is told before a paper leaves with gaps in it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from app.documents.booklet_subject import BookletSubject
from app.documents.council_subject import CouncilSubject
from app.documents.fonts import lost
from app.documents.letter_subject import LetterSubject
from app.documents.subject import PaperSubject
from app.i18n import Locale

Subject = TypeVar("Subject", PaperSubject, LetterSubject)


def unwritable(subject: PaperSubject | LetterSubject | BookletSubject | CouncilSubject) -> list[str]:
    """The characters that come out as a gap, each once, in the order in which they are met."""
    if isinstance(subject, BookletSubject):
        return list(
            dict.fromkeys(sign for one in (subject.cover, *subject.sheets) for sign in unwritable(one))
        )
    if isinstance(subject, CouncilSubject):
        said: object = [subject.title, subject.about, subject.unit, subject.lines]
    elif isinstance(subject, LetterSubject):
        said = [subject.text, subject.values, subject.address]
    else:
        prints = [ask for ask in subject.form.questions if ask.prints and ask.key not in subject.leave_out]
        values = subject.values or {}
        keys = [key for ask in prints for key in (ask.key, f"{ask.key}:other")]
        facts = {ask.source for ask in prints}
        said = [
            [values.get(key) for key in keys],
            [words for name, words in subject.facts.items() if name in facts or name.startswith("unit.")],
        ]
    return list(dict.fromkeys(sign for words in _words(said) for sign in lost(words)))


def noticing(papers: Iterable[tuple[Subject, Locale]], signs: list[str]) -> Iterator[tuple[Subject, Locale]]:
    """The same papers, one at a time; `signs` gathers what none of them writes."""
    for subject, locale in papers:
        signs += [sign for sign in unwritable(subject) if sign not in signs]
        yield subject, locale


def _words(said: object) -> Iterator[str]:
    if isinstance(said, str):
        if not said.isascii():
            yield said
    elif isinstance(said, dict):
        for value in said.values():
            yield from _words(value)
    elif isinstance(said, list | tuple):
        for value in said:
            yield from _words(value)
