"""A unit file over what a notebook has: the unit's word holds, and nothing of one's own is lost."""

import msgspec

from app.actions.unit_changes.replace_file import keeping_entries
from app.frameworks.library import Library
from app.frameworks.own_library import own_library
from app.models.unit_changes import ListChanges, UnitChanges


def merged(here: UnitChanges, unit: UnitChanges, *, shipped: Library) -> UnitChanges:
    """The unit's lists and files; beside them entries and files only this notebook has."""
    lists = dict(unit.lists)
    for key, own in here.lists.items():
        theirs = lists.get(key, ListChanges())
        codes = {item.code for item in theirs.added}
        kept = [item for item in own.added if item.code not in codes]
        if kept:
            mine = {item.code: own.entries[item.code] for item in kept if item.code in own.entries}
            lists[key] = msgspec.structs.replace(
                theirs, added=[*theirs.added, *kept], entries={**mine, **theirs.entries}
            )
    of_oneself = {name: text for name, text in here.files.items() if not _is_shipped(name, shipped)}
    changes = UnitChanges(lists=lists, files={**of_oneself, **unit.files})
    return keeping_entries(changes, own_library(shipped, here).lists, own_library(shipped, changes).lists)


def _is_shipped(name: str, shipped: Library) -> bool:
    room, _, key = name.removesuffix(".toml").partition("/")
    return key in getattr(shipped, room)
