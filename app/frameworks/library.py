"""Every form, list, service and letter of one resources folder."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.errors import FormUnknown, ResourceBroken
from app.frameworks.check import (
    Fault,
    circle_faults,
    form_faults,
    framework_faults,
    list_faults,
    usable_framework,
    usable_list,
)
from app.frameworks.check_question import Known
from app.frameworks.check_report import report_faults
from app.frameworks.decode import WHOLE_FILE, Resource, decode
from app.frameworks.letters import letter_faults
from app.frameworks.plain import plain_form, plain_framework
from app.i18n import N_
from app.models.form import Form, is_asked
from app.models.framework import Framework
from app.models.letter import Letter
from app.models.report import Report
from app.models.value_list import ValueList

_NAMED_TWICE = N_("another file has this name already")


class Library(msgspec.Struct, frozen=True):
    """What could be read, by file name without ".toml", and what could not.

    As much as possible stays usable: a broken form is left out; of a list or a service only the lines
    that do not fit are; a list that cannot be read at all is there and empty, so that the forms that
    name it still open. Whoever reads what was written asks `form_of` and `framework`, which always answer.
    """

    forms: dict[str, Form]
    lists: dict[str, ValueList]
    frameworks: dict[str, Framework]
    problems: list[ResourceBroken]
    letters: dict[str, Letter] = {}
    reports: dict[str, Report] = {}
    shipped: "Library | None" = None  # what was laid under a unit's changes
    beside: tuple[str, ...] = ()  # services a notebook uses beside its own

    @property
    def as_shipped(self) -> "Library":
        """The same without a unit's changes."""
        return self.shipped or self

    @classmethod
    def load(cls, folder: Path) -> "Library":
        """Read the rooms of a folder; a broken file stops nothing else."""
        problems: list[ResourceBroken] = []
        lists = _decoded(folder / "lists", ValueList, problems)
        for key, listed in lists.items():
            if not _sound(f"lists/{key}.toml", list_faults(listed), problems):
                lists[key] = usable_list(listed)
        for key, listed in lists.items():
            _sound(f"lists/{key}.toml", circle_faults(listed, lists), problems)
        lists |= {key: _empty(key) for key in _names(folder / "lists") if not _is_among(key, lists)}

        forms = _decoded(folder / "forms", Form, problems)
        known = Known(lists=lists, frameworks=_names(folder / "frameworks"))
        forms = {
            key: form
            for key, form in forms.items()
            if _sound(f"forms/{key}.toml", form_faults(form, known), problems)
        }
        frameworks = _decoded(folder / "frameworks", Framework, problems)
        form_names = _names(folder / "forms")
        report_names = _names(folder / "reports")
        for key, framework in frameworks.items():
            faults = framework_faults(framework, forms=form_names, lists=lists, reports=report_names)
            if not _sound(f"frameworks/{key}.toml", faults, problems):
                frameworks[key] = usable_framework(framework, forms=form_names, reports=report_names)
        letters = {
            key: letter
            for key, letter in _decoded(folder / "letters", Letter, problems).items()
            if _sound(f"letters/{key}.toml", letter_faults(letter, frameworks=known.frameworks), problems)
        }
        reports = {
            key: report
            for key, report in _decoded(folder / "reports", Report, problems).items()
            if _sound(f"reports/{key}.toml", report_faults(report, lists=lists, forms=form_names), problems)
        }
        return cls(
            forms=forms, lists=lists, frameworks=frameworks, problems=problems, letters=letters,
            reports=reports,
        )  # fmt: skip

    def framework(self, key: str) -> Framework:
        """A service; where its file is gone or broken a plain one of that name, which hides nothing."""
        return self.frameworks.get(key) or plain_framework(key)

    def form_of(self, form_key: str, framework: str) -> Form:
        """The form of a sheet that was written; where it is gone or broken one that asks nothing.

        For showing only: nothing may be saved by such a form.
        """
        form = self.forms.get(form_key) or plain_form(form_key)
        return form.for_framework(framework, *self.beside)

    def form_for(self, form_key: str, framework: str) -> Form:
        """A form as one service asks it; FormUnknown when there is none of that name."""
        if form_key not in self.forms:
            raise FormUnknown(form=form_key)
        return self.forms[form_key].for_framework(framework, *self.beside)

    def forms_for(self, framework: str) -> list[Form]:
        """The forms of one service: those it names, in its order, then every other that is for it.

        A service whose file is gone or broken has them all.
        """
        keys = (framework, *self.beside)
        wanted = [form for key in keys for form in self.framework(key).forms]
        named = [key for key in dict.fromkeys(wanted) if key in self.forms]
        more = [
            key
            for key, form in self.forms.items()
            if key not in named and (is_asked(form.frameworks, keys) or framework not in self.frameworks)
        ]
        return [self.form_for(key, framework) for key in named + more]

    def letters_for(self, framework: str) -> list[Letter]:
        """The letters one service writes, and those beside it do."""
        keys = (framework, *self.beside)
        return [letter for letter in self.letters.values() if is_asked(letter.frameworks, keys)]

    def list_for(self, list_key: str, framework: str) -> ValueList:
        """A list with what that service uses of it, and what those beside it do.

        The items of other services and countries come last and are not offered, so that what was
        recorded elsewhere keeps its words.
        """
        listed = self.lists[list_key]
        services = [self.framework(key) for key in (framework, *self.beside)]
        elsewhere = listed.items
        for one in services:  # whatever one of them uses is here
            country, groups = one.country, one.lists.get(list_key)
            elsewhere = [
                item
                for item in elsewhere
                if (item.profile and country and item.profile != country)
                or (groups is not None and item.group and item.group not in groups)
            ]
        if not elsewhere:
            return listed
        codes = {item.code for item in elsewhere}
        here = [item for item in listed.items if item.code not in codes]
        kept = [msgspec.structs.replace(item, active=False) for item in elsewhere]
        return msgspec.structs.replace(listed, items=here + kept)

    def lists_for(self, framework: str) -> dict[str, ValueList]:
        """Every list as that service offers it."""
        return {key: self.list_for(key, framework) for key in self.lists}


def _names(folder: Path) -> list[str]:
    """The keys of a folder, those written as keys are first."""
    return sorted((path.stem for path in folder.glob("*.toml")), key=lambda key: (key != key.lower(), key))


def _is_among(key: str, names: Iterable[str]) -> bool:
    """Names that differ in capitals alone are one file on most disks."""
    return key.casefold() in {name.casefold() for name in names}


def _empty(key: str) -> ValueList:
    return ValueList(title={}, items=[], key=key)


def _decoded(folder: Path, kind: type[Resource], problems: list[ResourceBroken]) -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for key in _names(folder):
        if _is_among(key, found):
            file = f"{folder.name}/{key}.toml"
            problems.append(ResourceBroken(file=file, place=WHOLE_FILE, reason=_NAMED_TWICE))
            continue
        try:
            found[key] = decode(path=folder / f"{key}.toml", kind=kind)
        except ResourceBroken as problem:
            problems.append(problem)
    return found


def _sound(file: str, faults: Iterable[Fault], problems: list[ResourceBroken]) -> bool:
    found = [ResourceBroken(file=file, place=place, reason=reason) for place, reason in faults]
    problems.extend(found)
    return not found
