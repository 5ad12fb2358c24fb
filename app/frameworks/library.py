"""Every form, list, service and letter of one resources folder."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.errors import FormUnknown, ResourceBroken
from app.frameworks.check import Fault, form_faults, framework_faults, list_faults
from app.frameworks.check_question import Known
from app.frameworks.decode import Resource, decode
from app.frameworks.letters import letter_faults
from app.models.form import Form
from app.models.framework import Framework
from app.models.letter import Letter
from app.models.value_list import ValueList


class Library(msgspec.Struct, frozen=True):
    """What could be read, by file name without ".toml", and what could not.

    A broken form or service is left out; a broken list is there and empty, so that the forms that
    name it still open.
    """

    forms: dict[str, Form]
    lists: dict[str, ValueList]
    frameworks: dict[str, Framework]
    problems: list[ResourceBroken]
    letters: dict[str, Letter] = {}

    @classmethod
    def load(cls, folder: Path) -> "Library":
        """Read `forms`, `lists`, `frameworks` and `letters` of a folder; a broken file stops nothing else."""
        problems: list[ResourceBroken] = []
        lists = _decoded(folder / "lists", ValueList, problems)
        for key, listed in lists.items():
            if not _sound(f"lists/{key}.toml", list_faults(listed), problems):
                lists[key] = _empty(key)
        lists |= {key: _empty(key) for key in _names(folder / "lists") if key not in lists}

        forms = _decoded(folder / "forms", Form, problems)
        known = Known(lists=lists, frameworks=_names(folder / "frameworks"))
        forms = {
            key: form
            for key, form in forms.items()
            if _sound(f"forms/{key}.toml", form_faults(form, known), problems)
        }
        frameworks = _decoded(folder / "frameworks", Framework, problems)
        form_names = _names(folder / "forms")
        frameworks = {
            key: framework
            for key, framework in frameworks.items()
            if _sound(f"frameworks/{key}.toml", framework_faults(framework, forms=form_names), problems)
        }
        letters = {
            key: letter
            for key, letter in _decoded(folder / "letters", Letter, problems).items()
            if _sound(f"letters/{key}.toml", letter_faults(letter, frameworks=known.frameworks), problems)
        }
        return cls(forms=forms, lists=lists, frameworks=frameworks, problems=problems, letters=letters)

    def form_for(self, form_key: str, framework: str) -> Form:
        """A form as one service asks it; FormUnknown when there is none of that name."""
        if form_key not in self.forms:
            raise FormUnknown(form=form_key)
        return self.forms[form_key].for_framework(framework)

    def forms_for(self, framework: str) -> list[Form]:
        """The forms of one service: those it names, in its order, then every other that is for it."""
        service = self.frameworks.get(framework)
        named = [key for key in (service.forms if service else []) if key in self.forms]
        more = [
            key
            for key, form in self.forms.items()
            if key not in named and (not form.frameworks or framework in form.frameworks)
        ]
        return [self.form_for(key, framework) for key in named + more]

    def letters_for(self, framework: str) -> list[Letter]:
        """The letters one service writes."""
        return [
            letter
            for letter in self.letters.values()
            if not letter.frameworks or framework in letter.frameworks
        ]

    def list_for(self, list_key: str, framework: str) -> ValueList:
        """A list with the items of that service's country and those of every country."""
        listed = self.lists[list_key]
        service = self.frameworks.get(framework)
        if service is None:
            return listed
        items = [item for item in listed.items if item.profile in ("", service.country)]
        return msgspec.structs.replace(listed, items=items)

    def lists_for(self, framework: str) -> dict[str, ValueList]:
        """Every list as that service offers it."""
        return {key: self.list_for(key, framework) for key in self.lists}


def _names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml"))


def _empty(key: str) -> ValueList:
    return ValueList(title={}, items=[], key=key)


def _decoded(folder: Path, kind: type[Resource], problems: list[ResourceBroken]) -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for key in _names(folder):
        try:
            found[key] = decode(path=folder / f"{key}.toml", kind=kind)
        except ResourceBroken as problem:
            problems.append(problem)
    return found


def _sound(file: str, faults: Iterable[Fault], problems: list[ResourceBroken]) -> bool:
    found = [ResourceBroken(file=file, place=place, reason=reason) for place, reason in faults]
    problems.extend(found)
    return not found
