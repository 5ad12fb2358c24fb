"""What of a unit file from outside may be used, and the places of the rest."""

import re
from collections.abc import Iterator

import msgspec

from app.actions.unit_changes.add_entry import MOST
from app.actions.unit_changes.limits import MOST_FILES, MOST_LISTS, TOO_MUCH, text_fault, tree_faults
from app.actions.unit_changes.names import is_name
from app.errors import ResourceBroken
from app.frameworks.library import Library
from app.i18n import N_
from app.models.unit_changes import OWN_CODE, ListChanges, UnitChanges
from app.models.value_list import Item

_NO_LIST = N_("there is no list of that name")
_NO_NAME = N_("this is not the name of a form, a list, a letter or a service")
_NO_CODE = N_("this cannot be the code of an entry")
_TWICE = N_("this name is used twice")
_NO_WORDS = N_("this is missing")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}")


def sound_changes(changes: UnitChanges, *, shipped: Library) -> tuple[UnitChanges, list[ResourceBroken]]:
    """The lists and files that hold no fault; whether a form can be used its library says later."""
    problems: list[ResourceBroken] = []
    files = {}
    for index, (name, text) in enumerate(changes.files.items()):
        if index >= MOST_FILES:
            problems.append(_broken("unit", f"files[{index}]", TOO_MUCH))
            break
        if not is_name(name):  # a name from outside is told by its number
            problems.append(_broken("unit", f"files[{index}]", _NO_NAME))
        elif fault := text_fault(name, text):
            problems.append(fault)
        else:
            files[name] = text
    own = {name.removeprefix("lists/").removesuffix(".toml") for name in files if name.startswith("lists/")}
    lists = {}
    for index, (key, listed) in enumerate(changes.lists.items()):
        if index >= MOST_LISTS:
            problems.append(_broken("unit", f"lists[{index}]", TOO_MUCH))
            break
        if key not in shipped.lists and key not in own:
            problems.append(_broken("unit", f"lists[{index}]", _NO_LIST))
            continue
        faults = list(_faults(listed, shipped.lists[key].items if key in shipped.lists else []))
        problems += [_broken(f"lists/{key}", place, reason) for place, reason in faults]
        if not faults:
            lists[key] = listed
    return UnitChanges(lists=lists, files=files), problems


def _broken(file: str, place: str, reason: str) -> ResourceBroken:
    return ResourceBroken(file=file, place=place, reason=reason, own=True)


def _faults(listed: ListChanges, items: list[Item]) -> Iterator[tuple[str, str]]:
    yield from tree_faults(msgspec.to_builtins(listed.entries), "entries")
    yield from tree_faults(listed.order, "order")
    if len(listed.added) > MOST + len(items):
        yield "added", TOO_MUCH
        return
    seen = set()
    for index, item in enumerate(listed.added):
        place = f"added[{index}]"
        yield from tree_faults(msgspec.to_builtins(item), place)
        # entries an own list once had are kept, offered no more, under whatever code they had
        if not _CODE.fullmatch(item.code) or (item.active and not item.code.startswith(OWN_CODE)):
            yield f"{place}.code", _NO_CODE
        if item.code in seen:
            yield f"{place}.code", _TWICE
        if not any(words.strip() for words in item.label.values()):
            yield f"{place}.label", _NO_WORDS
        seen.add(item.code)
