"""The shipped form, list, letter or service again."""

import msgspec

from app.actions.unit_changes.kept import keep_changes, read_changes
from app.actions.unit_changes.names import checked_name
from app.actions.unit_changes.replace_file import keeping_entries
from app.errors import OnlyOfOneself
from app.frameworks.library import Library
from app.frameworks.own_library import own_library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def reset_file(notebook: Notebook, *, library: Library, name: str) -> Changes:
    """Take the changed copy away. NameOutOfPlace; OnlyOfOneself for a file no shipped one stands behind.

    What was written on such a form could not be read any more.
    """
    room, _, key = checked_name(name).removesuffix(".toml").partition("/")
    if key not in getattr(library.as_shipped, room):
        raise OnlyOfOneself
    with notebook.change():
        before = read_changes(notebook)
        files = {one: text for one, text in before.files.items() if one != name}
        changes = msgspec.structs.replace(before, files=files)
        lists = own_library(library, before).lists, own_library(library, changes).lists
        return keep_changes(notebook, keeping_entries(changes, *lists), name)
