"""A form's sections as rows, in the order of paper."""

from itertools import pairwise

import msgspec

from app.documents.boxes import box
from app.documents.closing import mention, signatures
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.row import Cell, Row
from app.documents.slab import prose
from app.documents.slip import slip
from app.documents.style import WIDTH
from app.documents.table import table
from app.frameworks.asked import asked
from app.models.form import Question, Section

_TABLES = ("table", "tasks")
_OUTSIDE = ("mention", "signature")


def rows(*, composition: Composition) -> list[Row]:
    """Every question that may leave, whose condition holds and that is not left out this time."""
    subject = composition.subject
    printed = {
        question.key
        for question in asked(form=composition.form, values=subject.values, facts=subject.facts)
        if question.prints and question.key not in subject.leave_out
    }
    placed: list[Row] = []
    for section in composition.form.printed_sections:
        if section.back and not composition.blank:
            continue
        questions = [question for question in _pointed(section) if question.key in printed]
        if questions and section.cut:
            title = composition.locale.words(section.label)
            placed += slip(title=title, questions=questions, composition=composition)
        elif questions:
            laid = _section(section, questions, composition)
            placed += [msgspec.structs.replace(row, fresh=section.back and row is laid[0]) for row in laid]
    return placed


def _section(section: Section, questions: list[Question], composition: Composition) -> list[Row]:
    placed: list[Row] = []
    for group in _groups(questions):
        first = group[0]
        above = placed[-1].point if placed else None
        if _sort(first) == "mention":
            placed += [
                row for question in group for row in mention(question=question, composition=composition)
            ]
        elif first.kind == "signature":
            placed += signatures(questions=group, composition=composition)
        elif first.kind in _TABLES:
            placed += table(question=first, above=above, composition=composition)
        else:
            placed += box(questions=group, above=above, composition=composition)
    if any(row.frame for row in placed) and all(row.point is None for row in placed):
        return [*_heading(section, composition), *placed]
    return placed


def _pointed(section: Section) -> list[Question]:
    """The questions, each with the number of the point it belongs to."""
    questions, number = [], None
    for question in section.questions:
        number = question.number if question.number is not None else number
        questions.append(msgspec.structs.replace(question, number=number))
    return questions


def _heading(section: Section, composition: Composition) -> list[Row]:
    """A section without numbers is announced by its name."""
    style = composition.style
    text = composition.locale.words(section.label)
    if not text:
        return []
    slabs = prose(text, room=WIDTH, size=style.body, leading=style.leading + 2, hand=Hand.STRONG)
    cell = Cell(x=0, width=WIDTH, slabs=tuple(slabs), tag="H2")
    return [Row(cells=(cell,), frame=False, gap=style.gap, held=True)]


def _groups(questions: list[Question]) -> list[list[Question]]:
    """Questions that share a row: each narrow one with the next, as far as they are of one sort."""
    groups = [[questions[0]]]
    for before, question in pairwise(questions):
        if not before.wide and _sort(before) == _sort(question) != "table":
            groups[-1].append(question)
        else:
            groups.append([question])
    return groups


def _sort(question: Question) -> str:
    if question.text:
        return "box"
    return question.kind if question.kind in _OUTSIDE else "table" if question.kind in _TABLES else "box"
