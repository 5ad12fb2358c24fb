"""Another place for an entry in its list."""

import msgspec

from app.actions.unit_changes.kept import keep_list, list_changes
from app.actions.unit_changes.known import known_entry, known_list
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def move_entry(
    notebook: Notebook, *, library: Library, list_key: str, code: str, before: str = ""
) -> Changes:
    """In front of the entry `before`, or at the end. ListUnknown, EntryUnknown."""
    known_entry(library, list_key, code)
    if before:
        known_entry(library, list_key, before)
    order = [item.code for item in known_list(library, list_key).items if item.code != code]
    order.insert(order.index(before) if before in order else len(order), code)
    with notebook.change():
        changes = msgspec.structs.replace(list_changes(notebook, list_key), order=order)
        return keep_list(notebook, list_key, changes)
