"""Which questions of a form stand there, given what was said so far and what the notebook knows."""

from collections.abc import Mapping

from app.models.form import Column, Condition, Form, Question, Values


def asked(*, form: Form, values: Values | None, facts: Mapping[str, str] | None = None) -> list[Question]:
    """The questions whose condition holds, in order; all of them on blank paper (`values` None).

    Without `facts`, and for a fact that is not among them, a condition on a fact holds.
    """
    if values is None:
        return form.questions
    shown: dict[str, Question] = {}
    hidden = [question for question in form.questions if question.shown_if]
    for question in form.questions:
        if question.shown_if is None:
            shown[question.key] = question
    # A condition may lean on another conditional question, wherever it stands: settle step by step.
    while True:
        opened = [ask for ask in hidden if ask.key not in shown and _holds(ask, shown, values, facts)]
        if not opened:
            return [question for question in form.questions if question.key in shown]
        shown.update({ask.key: ask for ask in opened})


def columns_asked(*, question: Question, facts: Mapping[str, str] | None = None) -> list[Column]:
    """The columns of a table whose fact allows them, in order."""
    return [
        column
        for column in question.columns
        if column.shown_if is None or _fact_allows(column.shown_if, facts)
    ]


def _holds(
    question: Question, shown: dict[str, Question], values: Values, facts: Mapping[str, str] | None
) -> bool:
    condition = question.shown_if
    if condition is None:
        return True
    if condition.fact:
        return _fact_allows(condition, facts)
    if condition.question not in shown:
        return False
    value = values.get(condition.question)
    chosen = value if isinstance(value, list) else [value]
    return any(code in condition.is_any for code in chosen)


def _fact_allows(condition: Condition, facts: Mapping[str, str] | None) -> bool:
    known = (facts or {}).get(condition.fact)
    return known is None or known in condition.is_any
