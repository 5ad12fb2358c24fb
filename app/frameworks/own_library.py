"""The shipped forms, lists, letters and services with a unit's changes laid over them."""

from collections.abc import Iterable, Iterator, Mapping

from app.errors import ResourceBroken
from app.frameworks.changed_list import changed_list, keeping_codes
from app.frameworks.check import (
    Fault,
    form_faults,
    framework_faults,
    list_faults,
    usable_framework,
    usable_list,
)
from app.frameworks.check_question import Known
from app.frameworks.decode import Resource, decode_text
from app.frameworks.letters import letter_faults
from app.frameworks.library import Library
from app.i18n import N_
from app.models.form import Form
from app.models.framework import Framework
from app.models.letter import Letter
from app.models.unit_changes import UnitChanges
from app.models.value_list import ValueList

_ANOTHER_KIND = N_("a form goes on filling the kind of record it filled before")
ROOMS = {"frameworks": Framework, "forms": Form, "lists": ValueList, "letters": Letter}


def own_library(shipped: Library, changes: UnitChanges) -> Library:
    """What a unit's notebook works with; where a file of its own is broken, the shipped one."""
    shipped = shipped.as_shipped
    if changes == UnitChanges():
        return shipped
    problems: list[ResourceBroken] = []
    lists = shipped.lists | {
        key: usable_list(listed) if _told(f"lists/{key}.toml", list_faults(listed), problems) else listed
        for key, listed in _decoded(changes, "lists", ValueList, problems).items()
    }
    lists = {
        key: keeping_codes(listed, shipped.lists[key]) if key in shipped.lists else listed
        for key, listed in lists.items()
    }
    lists |= {
        key: changed_list(lists[key], changed) for key, changed in changes.lists.items() if key in lists
    }
    frameworks = shipped.frameworks | _decoded(changes, "frameworks", Framework, problems)
    known = Known(lists=lists, frameworks=frameworks)
    forms = shipped.forms | {
        key: form
        for key, form in _decoded(changes, "forms", Form, problems).items()
        if not _told(
            f"forms/{key}.toml", [*form_faults(form, known), *kind_faults(form, shipped.forms)], problems
        )
    }
    for key in frameworks.keys() & _keys(changes, "frameworks"):
        faults = framework_faults(frameworks[key], forms=forms, lists=lists, reports=shipped.reports)
        if _told(f"frameworks/{key}.toml", faults, problems):
            frameworks[key] = usable_framework(frameworks[key], forms=forms, reports=shipped.reports)
    letters = shipped.letters | {
        key: letter
        for key, letter in _decoded(changes, "letters", Letter, problems).items()
        if not _told(f"letters/{key}.toml", letter_faults(letter, frameworks=frameworks), problems)
    }
    sound = changes.files.keys() - {problem.values["file"] for problem in problems}
    left = [problem for problem in shipped.problems if problem.values["file"] not in sound]
    return Library(
        forms=forms, lists=lists, frameworks=frameworks, letters=letters, reports=shipped.reports,
        problems=[*left, *problems], shipped=shipped,
    )  # fmt: skip


def kind_faults(form: Form, before: Mapping[str, Form]) -> Iterator[Fault]:
    """What was written on the form of that name would be looked for among other records, in vain."""
    was = before.get(form.key)
    if was is not None and was.record != form.record:
        yield "record", _ANOTHER_KIND


def _keys(changes: UnitChanges, room: str) -> set[str]:
    return {_key(name) for name in changes.files if name.partition("/")[0] == room}


def _key(name: str) -> str:
    return name.partition("/")[2].removesuffix(".toml")


def _decoded(
    changes: UnitChanges, room: str, kind: type[Resource], problems: list[ResourceBroken]
) -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for name, text in sorted(changes.files.items()):
        if name.partition("/")[0] != room:
            continue
        try:
            found[_key(name)] = decode_text(text, file=name, key=_key(name), kind=kind)
        except ResourceBroken as problem:
            problems.append(problem.of_own_file())
    return found


def _told(file: str, faults: Iterable[Fault], problems: list[ResourceBroken]) -> bool:
    """Whether anything was wrong."""
    found = [ResourceBroken(file=file, place=place, reason=reason, own=True) for place, reason in faults]
    problems.extend(found)
    return bool(found)
