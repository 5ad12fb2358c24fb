"""What is still to be said or cannot be read on a sheet."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from app.frameworks.asked import asked
from app.frameworks.kinds import CODED, UNANSWERED, fault, is_empty
from app.frameworks.options import options
from app.i18n import N_
from app.models.form import Form, Question, Values
from app.models.value_list import ValueList

Moment = Literal["typing", "closing", "printing"]

MISSING = N_("This is still missing.")
SAY_WHAT = N_("Say what “other” is.")
_REQUIRED: dict[Moment, tuple[str, ...]] = {
    "typing": (),
    "closing": ("closing",),
    "printing": ("closing", "printing"),
}


class Problem(msgspec.Struct, frozen=True):
    """One question and why it stops or should be looked at; `reason` is an English sentence to translate."""

    question: str
    reason: str


def problems(
    *,
    form: Form,
    values: Values,
    moment: Moment,
    lists: Mapping[str, ValueList] | None = None,
    facts: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Every problem in the order of the form; with `lists` also an "other" that says nothing.

    What is asked because of a fact is missing only where the fact is known.
    """
    found: list[Problem] = []
    for question in asked(form=form, values=values, facts=facts):
        if question.kind in UNANSWERED:
            continue
        value = values.get(question.key)
        reason = fault(asks=question, value=value)
        wanted = question.required in _REQUIRED[moment] and _is_known(question, facts)
        if wanted and is_empty(kind=question.kind, value=value):
            reason = MISSING
        elif (
            not reason and moment != "typing" and lists is not None and _other_unsaid(question, values, lists)
        ):
            reason = SAY_WHAT
        if reason:
            found.append(Problem(question=question.key, reason=reason))
    return found


def _is_known(question: Question, facts: Mapping[str, str] | None) -> bool:
    """Whether the fact it depends on, if any, is among those that are known."""
    return question.shown_if is None or not question.shown_if.fact or question.shown_if.fact in (facts or {})


def _other_unsaid(question: Question, values: Values, lists: Mapping[str, ValueList]) -> bool:
    value = values.get(question.key)
    if question.kind not in CODED or is_empty(kind=question.kind, value=value):
        return False
    chosen = value if isinstance(value, list) else [value]
    asks = any(option.other and option.code in chosen for option in options(asks=question, lists=lists))
    return asks and is_empty(kind="text", value=values.get(f"{question.key}:other"))
