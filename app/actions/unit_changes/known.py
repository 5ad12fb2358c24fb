"""The list or the entry an action is about, or that there is none."""

from app.errors import EntryUnknown, ListUnknown
from app.frameworks.library import Library
from app.models.value_list import Item, ValueList


def known_list(library: Library, list_key: str) -> ValueList:
    """The list of that name; ListUnknown."""
    if list_key not in library.lists:
        raise ListUnknown(name=list_key)
    return library.lists[list_key]


def known_entry(library: Library, list_key: str, code: str) -> Item:
    """The entry of that code; ListUnknown, EntryUnknown."""
    item = known_list(library, list_key).item(code)
    if item is None:
        raise EntryUnknown(name=code)
    return item
