"""Offer an entry of a list no more, or again."""

import msgspec

from app.actions.unit_changes.kept import keep_list, list_changes
from app.actions.unit_changes.known import known_entry
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.unit_changes import EntryChange
from app.storage.notebook import Notebook


def hide_entry(notebook: Notebook, *, library: Library, list_key: str, code: str, hidden: bool) -> Changes:
    """What was recorded with it keeps its words. ListUnknown, EntryUnknown."""
    known_entry(library, list_key, code)
    with notebook.change():
        changes = list_changes(notebook, list_key)
        change = changes.entries.get(code, EntryChange())
        entries = changes.entries | {code: msgspec.structs.replace(change, hidden=hidden)}
        return keep_list(notebook, list_key, msgspec.structs.replace(changes, entries=entries))
