"""What the types of a data file cannot say: names that must fit each other.

Each check yields the place and an English reason to translate, never what stands there.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from app.frameworks.check_question import Known, question_faults
from app.i18n import N_
from app.models.form import Form, Question
from app.models.framework import Framework
from app.models.value_list import ValueList

Fault = tuple[str, str]

TWICE = N_("this name is used twice")
_NO_FORM = N_("there is no form of that name")
_NO_LIST = N_("there is no list of that name")
_NO_GROUP = N_("the list has no such group")
_NO_CIRCLE = N_("there is no such entry in the list of circles")
_NO_REPORT = N_("there is no report of that name")
_CIRCLES = "share-circles"
_NO_GROUND = N_("there is no such entry in the list of grounds")
_GROUNDS = "disclosure-grounds"
_NO_LANGUAGE = N_("a service needs a language")
NO_CODE_OF_ONE = N_("a language is written as two or three small letters, such as fr")
_NO_FRAMEWORK = N_("there is no service of that name")
_CIRCLE = N_("this condition leans on itself")


def list_faults(listed: ValueList) -> Iterator[Fault]:
    """Codes used twice."""
    for index in repeated([item.code for item in listed.items]):
        yield f"items[{index}].code", TWICE


def circle_faults(listed: ValueList, lists: Mapping[str, ValueList]) -> Iterator[Fault]:
    """Entries that stand for a circle nobody knows."""
    circles = lists.get(_CIRCLES)
    for index, item in enumerate(listed.items):
        if item.circle and circles and circles.items and circles.item(item.circle) is None:
            yield f"items[{index}].circle", _NO_CIRCLE


def usable_list(listed: ValueList) -> ValueList:
    """The same list, of every code the first item only."""
    twice = repeated([item.code for item in listed.items])
    items = [item for index, item in enumerate(listed.items) if index not in twice]
    return msgspec.structs.replace(listed, items=items)


def framework_faults(
    framework: Framework,
    *,
    forms: Collection[str],
    lists: Mapping[str, ValueList],
    reports: Collection[str] = (),
) -> Iterator[Fault]:
    """Forms that have no file, papers that could be had in no language, names no list knows."""
    for number, (key, groups) in enumerate(framework.lists.items()):
        if key not in lists:
            yield f"lists[{number}]", _NO_LIST
            continue
        known = {item.group for item in lists[key].items}
        for index, group in enumerate(groups):
            if known and group not in known:
                yield f"lists[{number}][{index}]", _NO_GROUP
    circles = lists.get(_CIRCLES)
    for index, circle in enumerate(framework.circles):
        if circles and circles.items and circles.item(circle.who) is None:
            yield f"circles[{index}].who", _NO_CIRCLE
        for at, form in enumerate(circle.forms):
            if form not in forms:
                yield f"circles[{index}].forms[{at}]", _NO_FORM
    for index, form in enumerate(framework.protected.forms if framework.protected else []):
        if form not in forms:
            yield f"protected.forms[{index}]", _NO_FORM
    for index, report in enumerate(framework.reports):
        if report not in reports:
            yield f"reports[{index}]", _NO_REPORT
    grounds = lists.get(_GROUNDS)
    for index, condition in enumerate(framework.conditions):
        if grounds and grounds.items and grounds.item(condition.ground) is None:
            yield f"conditions[{index}].ground", _NO_GROUND
    for index in repeated([f"{one.ground} {one.key}" for one in framework.conditions]):
        yield f"conditions[{index}].key", TWICE
    for index, form in enumerate(framework.forms):
        if form not in forms:
            yield f"forms[{index}]", _NO_FORM
    if not framework.languages:
        yield "languages", _NO_LANGUAGE
    for index, language in enumerate(framework.languages):
        if not is_language(language):
            yield f"languages[{index}]", NO_CODE_OF_ONE


def usable_framework(
    framework: Framework, *, forms: Collection[str], reports: Collection[str] = ()
) -> Framework:
    """The same service without what does not fit."""
    there = [form for form in framework.forms if form in forms]
    known = [report for report in framework.reports if report in reports]
    spoken = [language for language in framework.languages if is_language(language)]
    return msgspec.structs.replace(framework, forms=there, reports=known, languages=spoken or ["fr"])


def form_faults(form: Form, known: Known) -> Iterator[Fault]:
    """Everything that keeps a form from being used."""
    if not all(map(is_language, form.title)):
        yield "title", NO_CODE_OF_ONE  # its paper is to be had in each
    for index, framework in enumerate(form.frameworks):
        if framework not in known.frameworks:
            yield f"frameworks[{index}]", _NO_FRAMEWORK
    for index in repeated([section.key for section in form.sections]):
        yield f"sections[{index}].key", TWICE
    placed = [
        (f"sections[{number}].questions[{index}]", question)
        for number, section in enumerate(form.sections)
        for index, question in enumerate(section.questions)
    ]
    for index in repeated([question.key for _, question in placed]):
        yield f"{placed[index][0]}.key", TWICE
    for index in repeated([question.bind or f"{index}." for index, (_, question) in enumerate(placed)]):
        yield f"{placed[index][0]}.bind", TWICE
    for place, question in placed:
        for within, reason in question_faults(question, form=form, known=known):
            yield f"{place}.{within}", reason
    for place, question in placed:
        if _leans_on_itself(question, form):
            yield f"{place}.shown_if", _CIRCLE


def is_language(code: str) -> bool:
    """Whether this can name a language."""
    return re.fullmatch(r"[a-z]{2,3}", code) is not None


def repeated(names: Sequence[str]) -> list[int]:
    """The positions where a name stands that stood before."""
    return [index for index, name in enumerate(names) if name in names[:index]]


def _leans_on_itself(question: Question, form: Form) -> bool:
    conditions = {ask.key: ask.shown_if.question for ask in form.questions if ask.shown_if}
    key, seen = conditions.get(question.key), {question.key}
    while key is not None and key not in seen:
        seen.add(key)
        key = conditions.get(key)
    return key == question.key
