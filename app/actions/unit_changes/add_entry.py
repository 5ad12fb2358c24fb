"""A new entry in a list."""

import secrets

import msgspec

from app.actions.unit_changes.kept import keep_list, list_changes
from app.actions.unit_changes.known import known_list
from app.actions.unit_changes.words import some_words
from app.errors import ListFull
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.form import Words
from app.models.unit_changes import OWN_CODE
from app.models.value_list import Item
from app.storage.notebook import Notebook

MOST = 300  # entries of one's own in one list


def add_entry(
    notebook: Notebook, *, library: Library, list_key: str, label: Words, sensitive: bool = False
) -> Changes:
    """Before the free "other". WordsMissing, WordsTooLong, ListFull, ListUnknown.

    Its code is drawn: no shipped code begins so, and two practitioners never draw the same.
    """
    known_list(library, list_key)
    item = Item(
        code=f"{OWN_CODE}{secrets.token_hex(5).upper()}", label=some_words(label), sensitive=sensitive
    )
    with notebook.change():
        changes = list_changes(notebook, list_key)
        if len(changes.added) >= MOST:
            raise ListFull(n=MOST)
        changes = msgspec.structs.replace(changes, added=[*changes.added, item])
        return keep_list(notebook, list_key, changes)
