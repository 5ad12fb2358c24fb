"""What somebody might say to a question of each kind, for Hypothesis."""

from typing import Any

from hypothesis import strategies as st

from app.frameworks.asked import asked
from app.frameworks.kinds import ELSEWHERE, YES_NO, given
from app.frameworks.marks import MARKS
from app.frameworks.options import options
from app.models.form import Column, Form, Question, Values
from tests.frameworks.resources import shipped

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip())
days = st.dates().map(str)
paragraphs = st.fixed_dictionaries({"mark": st.sampled_from(sorted(MARKS)), "text": words})


def said(asks: Question | Column) -> st.SearchStrategy[Any]:
    """Values of one question that say something."""
    codes = [option.code for option in options(asks=asks, lists=shipped().lists)]
    match asks.kind:
        case "computed" if isinstance(asks, Question) and asks.compute:
            return worked_out(given(asks.compute))
        case "date":
            return days
        case "time":
            return st.times().map(lambda time: f"{time:%H:%M}")
        case "duration":
            return st.integers(0, 24 * 60)
        case "number" if isinstance(asks, Question) and asks.bind:  # the record counts in whole numbers
            return st.integers()
        case "number":
            return st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        case "money":
            return st.decimals(-9999, 9999, places=2).map(str)
        case "yes_no":
            return st.sampled_from(YES_NO)
        case "one_of":
            return st.sampled_from(codes)
        case "several_of":
            return st.lists(st.sampled_from(codes), min_size=1, unique=True)
        case "documents":
            return st.lists(words, min_size=1)
        case "marked_text":
            return st.lists(paragraphs, min_size=1)
        case "table" if isinstance(asks, Question):
            cells = {column.key: said(column) for column in asks.columns}
            return st.lists(st.fixed_dictionaries({}, optional=cells).filter(bool), min_size=1)
        case _:
            return words


def worked_out(kind: str) -> st.SearchStrategy[Any]:
    """What could come out of a computed question."""
    if kind == "money":
        return st.decimals(-9999, 9999, places=2).map(str)
    return st.integers(-9999, 9999)


def sheets(form: Form) -> st.SearchStrategy[Values]:
    """Sheets of a form with some questions answered, only those that are asked."""
    answers = {question.key: said(question) for question in form.questions if question.kind not in ELSEWHERE}
    others = {
        f"{question.key}:other": words
        for question in form.questions
        if question.kind in ("one_of", "several_of")
    }
    return st.fixed_dictionaries({}, optional=answers | others).map(lambda values: _settled(form, values))


def _settled(form: Form, values: Values) -> Values:
    """Without answers that a condition hides and without an "other" that nobody chose."""
    keys = {question.key for question in asked(form=form, values=values)} & values.keys()
    return {key: value for key, value in values.items() if key.removesuffix(":other") in keys}
