"""Where a unit's changes are kept: in the notebook, encrypted, copied and put back with it."""

import msgspec

from app.errors import UnitChangesUnreadable
from app.models.changes import Changes
from app.models.unit_changes import ListChanges, UnitChanges
from app.storage.notebook import Notebook

_KEY = "unit_changes"  # a preference
KIND = "unit_changes"  # what Changes call it


def read_changes(notebook: Notebook) -> UnitChanges:
    """The changes of this notebook; UnitChangesUnreadable where a newer program wrote them."""
    try:
        return msgspec.convert(notebook.preferences.get(_KEY, {}), UnitChanges)
    except msgspec.ValidationError:
        raise UnitChangesUnreadable from None


def keep_changes(notebook: Notebook, changes: UnitChanges, *touched: str) -> Changes:
    """Write them; `touched` are the list keys and file names they are about."""
    notebook.preferences.set(_KEY, msgspec.to_builtins(changes))
    return Changes(frozenset((KIND, one) for one in touched))


def keep_list(notebook: Notebook, list_key: str, changes: ListChanges) -> Changes:
    """Write the changes of one list."""
    all_changes = read_changes(notebook)
    lists = all_changes.lists | {list_key: changes}
    if changes == ListChanges():
        del lists[list_key]
    return keep_changes(notebook, msgspec.structs.replace(all_changes, lists=lists), list_key)


def list_changes(notebook: Notebook, list_key: str) -> ListChanges:
    """The changes of one list."""
    return read_changes(notebook).lists.get(list_key, ListChanges())
