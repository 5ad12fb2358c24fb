"""Answers a form does not ask, in the plainest words: nobody here knows how their question wrote them."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.i18n import Locale
from app.models.answer import Answer
from app.models.form import Form


def plainly(answers: Sequence[Answer]) -> dict[str, str]:
    """Each answer by the name its question had, its rows one a line."""
    told: dict[str, list[str]] = {}
    for answer in sorted(answers, key=lambda one: (one.question, one.row)):
        told.setdefault(answer.question, []).append(_words(answer.value))
    return {question: "\n".join(filter(None, lines)) for question, lines in told.items() if any(lines)}


def labelled(*, told: Mapping[str, str], form: Form | None, locale: Locale) -> dict[str, str]:
    """By the words of the question where the form still has one of that name, else by the name itself."""
    labels = {one.key: locale.words(one.label) for one in form.questions} if form else {}
    return {labels.get(name) or name: words for name, words in told.items()}


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(filter(None, map(_words, value.values())))
    if isinstance(value, list):
        return " · ".join(filter(None, map(_words, value)))
    return "" if value is None else str(value)
