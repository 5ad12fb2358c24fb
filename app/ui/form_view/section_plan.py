"""How the questions of a section stand on the sheet: headings, and which share a line."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.models.form import Form, Section
from app.ui.form_view.kinds.base import QuestionWidget


class Placed(NamedTuple):
    """A question that is seen; `number` where it is the first one seen of its point."""

    key: str
    widget: QuestionWidget
    number: int | None


def placed(*, section: Section, widgets: Mapping[str, QuestionWidget]) -> list[Placed]:
    """The questions of a section that have a widget; what paper alone shows leaves its number behind."""
    found, number = [], None
    for question in section.questions:
        number = question.number or number
        if question.key in widgets:
            found.append(Placed(question.key, widgets[question.key], number))
            number = None
    return found


def lines(seen: Sequence[Placed]) -> list[list[Placed]]:
    """The questions of one point share a line, except those that take the whole width."""
    found: list[list[Placed]] = []
    for ask in seen:
        if found and ask.number is None and not ask.widget.block and not found[-1][-1].widget.block:
            found[-1].append(ask)
        else:
            found.append([ask])
    return found


def heading(*, form: Form, section: Section, seen: Sequence[Placed]) -> QuestionWidget | Section | None:
    """What names the section: its only question where that takes the whole width, itself, or nothing.

    Nothing where the labels of its points name them well enough: each has a number of its own, or
    there is but one line, whose label stands in the margin.
    """
    if len(seen) == 1:
        return seen[0].widget if seen[0].widget.block and not form.addressed else None
    numbered = [ask for ask in seen if ask.number is not None]
    always = lines([ask for ask in seen if ask.widget.question.shown_if is None])
    alone = not form.addressed and len(always) <= 1
    if not seen or len(numbered) > 1 or alone or section.label == seen[0].widget.question.label:
        return None
    return section
