"""A changed copy of a shipped form, list, letter or service, or a new one."""

import msgspec

from app.actions.unit_changes.kept import keep_changes, read_changes
from app.actions.unit_changes.limits import MOST_FILES, text_fault
from app.actions.unit_changes.names import checked_name
from app.errors import ListFull, ResourceBroken
from app.frameworks.library import Library
from app.frameworks.own_library import kind_faults, own_library
from app.models.changes import Changes
from app.models.unit_changes import ListChanges, UnitChanges
from app.models.value_list import ValueList
from app.storage.notebook import Notebook


def replace_file(notebook: Notebook, *, library: Library, name: str, text: str) -> Changes:
    """Kept only when all of it can be used: ResourceBroken names the place. NameOutOfPlace.

    A list keeps every code it had: entries left out are offered no more.
    """
    checked_name(name)
    if fault := text_fault(name, text):
        raise fault
    with notebook.change():
        before = read_changes(notebook)
        changes = msgspec.structs.replace(before, files={**before.files, name: text})
        if len(changes.files) > MOST_FILES:
            raise ListFull(n=MOST_FILES)
        after = own_library(library, changes)
        broken = next((problem for problem in after.problems if problem.values["file"] == name), None)
        if broken is not None:
            raise broken.of_own_file()
        former = own_library(library, before)
        form = after.forms.get(name.removeprefix("forms/").removesuffix(".toml"))
        for place, reason in kind_faults(form, former.forms) if form is not None else ():
            raise ResourceBroken(file=name, place=place, reason=reason, own=True)
        changes = keeping_entries(changes, former.lists, after.lists)
        return keep_changes(notebook, changes, name)


def keeping_entries(
    changes: UnitChanges, before: dict[str, ValueList], after: dict[str, ValueList]
) -> UnitChanges:
    """The same changes with every code that would vanish kept as an entry that is offered no more."""
    lists = dict(changes.lists)
    for key, listed in before.items():
        there = {item.code for item in after[key].items} if key in after else set()
        gone = [
            msgspec.structs.replace(item, active=False) for item in listed.items if item.code not in there
        ]
        if gone:
            kept = lists.get(key, ListChanges())
            lists[key] = msgspec.structs.replace(kept, added=[*kept.added, *gone])
    return msgspec.structs.replace(changes, lists=lists)
