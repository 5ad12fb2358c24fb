"""Whether a computed question can be worked out, whatever is typed."""

from collections.abc import Iterator

from app.frameworks.computed import COUNTED
from app.frameworks.facts import DAYS
from app.frameworks.kinds import given
from app.i18n import N_
from app.models.form import Column, Form, Question

_NO_WAY = N_("a computed question says how it is worked out, and no other does")
_NO_NAME = N_("there is no question, column or day of that name")
_NOT_COUNTED = N_("this cannot be counted with here")
_NO_PARTS = N_("there is nothing to count with")
_NOT_FOR_THIS = N_("this does not belong to this way of counting")
_NOT_TYPED = N_("nobody answers a computed question")
_CIRCLE = N_("this is worked out from itself")
_TOGETHER = N_("either everything it is worked out from travels, or nothing of it")

Place = Iterator[tuple[str, str]]


def computed_faults(question: Question, form: Form) -> Place:
    """Places inside the question, and reasons."""
    for index, column in enumerate(question.columns):
        if column.total and (column.kind not in COUNTED or question.ranked):
            yield f"columns[{index}].total", _NOT_COUNTED
    if (question.kind == "computed") != (question.compute is not None):
        yield "compute", _NO_WAY
    if question.compute is None or question.kind != "computed":
        return
    for name in ("bind", "source", "required", "list"):
        if getattr(question, name):
            yield name, _NOT_TYPED
    yield from _form_faults(question)
    if question.compute.way in ("age", "days"):
        yield from _day_faults(question, form)
    else:
        yield from _number_faults(question, form)
    if question.key in _leans_on(question.key, form):
        yield "compute", _CIRCLE
    leaves = [ask for ask in form.questions if ask.key in _leans_on(question.key, form) and not ask.compute]
    if question.travels and len({one.travels for one in leaves}) > 1:
        yield "travels", _TOGETHER


def _form_faults(question: Question) -> Place:
    """What each way needs, and what it has no use for."""
    compute = question.compute
    assert compute is not None
    if not compute.of and not compute.minus:
        yield "compute.of", _NO_PARTS
    if compute.way == "share" and not compute.by:
        yield "compute.by", _NO_PARTS
    if compute.over < 1:
        yield "compute.over", _NOT_COUNTED
    spans = compute.way in ("age", "days")
    unused = {
        "minus": spans and compute.minus,
        "by": compute.way != "share" and compute.by,
        "over": compute.way != "share" and compute.over != 1,
        "to": not spans and compute.to,
        "gives": spans and compute.gives != "number",
        "of[1]": spans and len(compute.of) > 1,
    }
    for name, there in unused.items():
        if there:
            yield f"compute.{name}", _NOT_FOR_THIS


def _day_faults(question: Question, form: Form) -> Place:
    assert question.compute is not None
    for place, name in question.compute.named:
        named = None if name in DAYS else _named(name, form)
        if named is None and name not in DAYS:
            yield f"compute.{place}", _NO_NAME
        elif named is not None and named.kind != "date":
            yield f"compute.{place}", _NOT_COUNTED


def _number_faults(question: Question, form: Form) -> Place:
    """Euros are added to euros; how many people there are is a number or the rows of a table."""
    compute = question.compute
    assert compute is not None
    for place, name in compute.named:
        named = _named(name, form)
        wanted = "number" if place.startswith("by") else compute.gives
        if named is None:
            yield f"compute.{place}", _NO_NAME
        elif _counts_as(named) != wanted:
            yield f"compute.{place}", _NOT_COUNTED


def _named(name: str, form: Form) -> Question | Column | None:
    key, dot, column_key = name.partition(".")
    question = next((ask for ask in form.questions if ask.key == key), None)
    if question is None or not dot:
        return question
    return next((column for column in question.columns if column.key == column_key), None)


def _counts_as(named: Question | Column) -> str:
    if named.kind == "table":
        return "number"  # its rows
    if isinstance(named, Question) and named.compute:
        kind = given(named.compute)
        return "number" if kind in ("years", "days") else kind
    return named.kind


def _parts(question: Question, form: Form) -> list[Question]:
    named = question.compute.named if question.compute else []
    names = {name.partition(".")[0] for _, name in named if name not in DAYS}
    return [ask for ask in form.questions if ask.key in names]


def _leans_on(key: str, form: Form) -> set[str]:
    """Every question this one comes from, over as many steps as there are."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        asked = next((ask for ask in form.questions if ask.key == waiting[-1]), None)
        waiting.pop()
        fresh = {one.key for one in _parts(asked, form)} - found if asked else set()
        found |= fresh
        waiting += sorted(fresh)
    return found
