"""What a record said in one of its revisions."""

from typing import Any

import msgspec

from app.actions.service_of import asked_by
from app.errors import FormUnknown
from app.frameworks.kinds import fault
from app.frameworks.library import Library
from app.frameworks.sheet import said, unasked
from app.frameworks.unasked_words import labelled, plainly
from app.i18n import Locale
from app.models.answer import Answer
from app.models.discreet import Discreet
from app.models.form import Form, Values
from app.models.kinds import KINDS
from app.models.record import FormRecord
from app.storage.notebook import Notebook


class Recalled(Discreet, frozen=True, kw_only=True):
    """The record as it was. A sheet comes with its answers, its form and its values.

    `unasked` is what today's form has no question for, or asks in another way: an earlier form asked it.
    `answers` are those today's form can hold, or has no question for. `form` is None where no form of
    that name is left, and for records that are no sheets.
    """

    kind: str
    record: Any
    answers: list[Answer] = []
    form: Form | None = None
    values: Values = {}
    unasked: dict[str, str] = {}


def recall(notebook: Notebook, *, library: Library, kind: str, content: dict[str, Any]) -> Recalled:
    """Read the content of a revision, written on whatever version of its form."""
    record = msgspec.convert(content["record"], KINDS[kind])
    if not isinstance(record, FormRecord):
        return Recalled(kind=kind, record=record)
    answers = msgspec.convert(content.get("answers", []), list[Answer])
    try:
        seen, service = asked_by(notebook, library=library, framework=record.framework)
        form = seen.form_for(record.form, service)
    except FormUnknown:
        return Recalled(kind=kind, record=record, answers=answers, unasked=plainly(answers))
    values = said(form=form, record=record, answers=answers)
    odd = {
        question.key
        for question in form.questions
        if question.key in values and fault(asks=question, value=values[question.key])
    }
    return Recalled(
        kind=kind,
        record=record,
        answers=[one for one in answers if one.question.removesuffix(":other") not in odd],
        form=form,
        values={key: value for key, value in values.items() if key.removesuffix(":other") not in odd},
        unasked=plainly(unasked(form=form, answers=answers)),
    )


def unasked_words(then: Recalled, locale: Locale) -> dict[str, str]:
    """What today's form cannot hold, by the words of its question or by the name it had."""
    return labelled(told=then.unasked, form=then.form, locale=locale)
