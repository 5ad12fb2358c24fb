"""Which questions of a form stand there, given what was said so far."""

from app.models.form import Form, Question, Values


def asked(*, form: Form, values: Values | None) -> list[Question]:
    """The questions whose condition holds, in order; all of them on blank paper (`values` None)."""
    if values is None:
        return form.questions
    shown: dict[str, Question] = {}
    hidden = [question for question in form.questions if question.shown_if]
    for question in form.questions:
        if question.shown_if is None:
            shown[question.key] = question
    # A condition may lean on another conditional question, wherever it stands: settle step by step.
    while True:
        opened = [ask for ask in hidden if ask.key not in shown and _holds(ask, shown, values)]
        if not opened:
            return [question for question in form.questions if question.key in shown]
        shown.update({ask.key: ask for ask in opened})


def _holds(question: Question, shown: dict[str, Question], values: Values) -> bool:
    condition = question.shown_if
    if condition is None or condition.question not in shown:
        return condition is None
    value = values.get(condition.question)
    chosen = value if isinstance(value, list) else [value]
    return any(code in condition.is_any for code in chosen)
