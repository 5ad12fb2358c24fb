"""Filling any service's forms: by what a question binds to and of what kind it is, never by its name."""

from app.actions.demonstration.writings import Story
from app.frameworks.options import options
from app.models.form import Form, Values
from app.models.value_list import ValueList


def bound(form: Form, **attributes: object) -> Values:
    """Values by the attribute their question binds to; what the form does not ask is left out."""
    keys = {question.bind: question.key for question in form.questions if question.bind}
    return {keys[name]: value for name, value in attributes.items() if name in keys and value}


def told(form: Form, story: Story) -> Values:
    """The story's sentences on the questions of their kind, in the order of the form."""
    said: Values = {}
    for question in form.questions:
        if question.kind == "quotation":
            said.setdefault(question.key, story.words)
        elif question.kind == "marked_text":
            said.setdefault(question.key, [{"mark": mark, "text": text} for mark, text in story.facts])
        elif question.kind == "long_text" and not question.prints:
            said.setdefault(question.key, story.thought)
        elif question.kind == "long_text" and question.travels:
            said.setdefault(question.key, story.end)
    return said


def decided(form: Form, rows: list[dict[str, object]]) -> Values:
    """Decisions on the question that takes them."""
    return {question.key: rows for question in form.questions if question.kind == "tasks"}


def written(form: Form, texts: list[str], papers: list[str], lists: dict[str, ValueList]) -> Values:
    """Texts on the long questions in order, papers on that for papers, the first answer for every choice."""
    said: Values = {}
    left = list(texts)
    for question in form.questions:
        if question.kind == "long_text" and left:
            said[question.key] = left.pop(0)
        elif question.kind == "documents":
            said[question.key] = papers
        elif question.kind == "one_of" and question.prints and question.screen:
            codes = [item.code for item in options(asks=question, lists=lists) if not item.other]
            said[question.key] = codes[0] if codes else ""
    return {key: value for key, value in said.items() if value}
