"""Paragraphs by their mark: which are there, and what is left without some of them."""

from collections.abc import Collection
from typing import Any

from app.frameworks.kinds import is_empty
from app.frameworks.marks import MARKS
from app.models.form import Form, Values

Paragraphs = list[dict[str, Any]]


def marks_said(*, form: Form, values: Values) -> dict[str, list[str]]:
    """By question, the marks of its paragraphs that say something, in the order of the marks."""
    found = {}
    for question in form.questions:
        if question.kind == "marked_text":
            there = {row["mark"] for row in values.get(question.key) or [] if row["text"].strip()}
            if there:
                found[question.key] = [mark for mark in MARKS if mark in there]
    return found


def without_marks(*, form: Form, values: Values, marks: Collection[str]) -> Values:
    """The values without the paragraphs that carry one of these marks."""
    if not marks:
        return values
    left = dict(values)
    for question in form.questions:
        if question.kind == "marked_text" and question.key in left:
            rows = unmarked(rows=left.pop(question.key), marks=marks)
            if not is_empty(kind=question.kind, value=rows):
                left[question.key] = rows
    return left


def unmarked(*, rows: Paragraphs, marks: Collection[str]) -> Paragraphs:
    """The paragraphs that carry none of these marks."""
    return [row for row in rows if row["mark"] not in marks]
