"""The same paper from a word processor's template, by a model: no word processor was at hand to be measured.

Keystroke-level, and kind to the template: it is a good one, with a field for everything, one key leads from
field to field, lists and boxes take one key, and whoever types knows every date, address and sum by heart.
What Carnet keeps besides (who received it, a copy, a line to find it by) is not asked of it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from app.documents.letter_subject import LetterSubject
from app.documents.subject import PaperSubject
from app.frameworks.asked import asked
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.form import Question
from tests.bench.form_cases import FormCase

OPEN = 8  # Ctrl+O, six letters of the template's name, Enter
SAVE = 14  # F12, a name of twelve letters, Enter
PRINT = 2  # Ctrl+P, Enter
_CHOICES = ("one_of", "several_of", "yes_no")
_SILENT = ("mention", "signature")
_DAY = len("12/11/2026")
_OWN = ("unit.", "practitioner.", "contact.")


class Keys(NamedTuple):
    """Keys that lead somewhere, keys that write."""

    moved: int
    written: int


def template_keys(subject: PaperSubject, case: FormCase, locale: Locale) -> Keys:
    """For the paper as it leaves: each field that stands on it is passed, what is on it is typed."""
    moved, written = OPEN + SAVE + PRINT, len(case.receiver)
    begins = {one.key: one.default or [] for one in subject.form.questions}
    for question in asked(form=subject.form, values=subject.values or {}, facts=subject.facts):
        if question.kind in _SILENT or not question.prints or not _is_filled_here(subject, question):
            continue
        moved += 1
        value = (subject.values or {}).get(question.key)
        if question.kind == "fact":
            written += len(subject.facts.get(question.source, ""))
        elif question.kind == "table":
            more = _table(question, value or [], begins[question.key], subject, locale)
            moved, written = moved + more.moved, written + more.written
        elif question.kind == "tasks":
            written += sum(map(len, case.said.get(question.key, [])))  # those it begins with stand there
        elif value is not None:
            more = _one(question, value, subject, locale)
            moved, written = moved + more.moved, written + more.written
    return Keys(moved, written)


def template_letter_keys(subjects: Sequence[LetterSubject]) -> Keys:
    """For letters as they leave: each place is passed once however often it stands there.

    What is the same in all of one's letters, name, telephone and address of the service, is in the template.
    """
    moved, written = OPEN + SAVE, 0
    for subject in subjects:
        words = subject.text + next(iter(subject.letter.slip.values()), "")
        places = {name for name in subject.values if f"{{{name}}}" in words and not name.startswith(_OWN)}
        moved += len(places) + len(subject.address) + 1 + PRINT  # and the date of the letter
        written += sum(len(subject.values[name]) for name in places) + sum(map(len, subject.address)) + _DAY
    return Keys(moved, written)


def _is_filled_here(subject: PaperSubject, question: Question) -> bool:
    """What is torn off and sent back is filled in elsewhere."""
    section = next(one for one in subject.form.sections if question in one.questions)
    return not section.cut or question.kind == "fact"


def _one(asks: Any, value: Any, subject: PaperSubject, locale: Locale) -> Keys:
    if asks.kind in _CHOICES:
        return Keys(len(value) if isinstance(value, list) else 1, 0)
    if asks.kind == "date":
        return Keys(0, _DAY)
    return Keys(0, len(shown(question=asks, value=value, lists=subject.lists, locale=locale)))


def _table(
    question: Question, rows: list[dict[str, Any]], begins: list[dict[str, Any]], subject: PaperSubject,
    locale: Locale,
) -> Keys:  # fmt: skip
    """Rows somebody wrote on; the names of lines the form begins with stand in the template too."""
    moved = written = 0
    for number, row in enumerate(rows):
        stands = begins[number] if number < len(begins) else {}
        if row == stands:
            continue
        for column in question.columns:
            moved += 1
            value = row.get(column.key)
            if value is None or value == stands.get(column.key):
                continue
            more = _one(column, value, subject, locale)
            moved, written = moved + more.moved, written + more.written
    return Keys(moved, written)
