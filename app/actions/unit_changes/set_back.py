"""A form, list, letter or service as it was shipped, a list with its words and its order."""

from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.names import checked_name
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.reset_file import reset_file
from app.actions.unit_changes.reset_list import reset_list
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def set_back(notebook: Notebook, *, library: Library, name: str) -> Changes:
    """Entries of one's own stay, hidden, for what was noted. NameOutOfPlace, OnlyOfOneself."""
    room, _, key = checked_name(name).removesuffix(".toml").partition("/")
    with notebook.change():
        changes = Changes()
        if name in read_changes(notebook).files or room != "lists":
            changes = reset_file(notebook, library=library, name=name)
        if room == "lists":
            now = open_library(notebook, shipped=library)
            changes = reset_list(notebook, library=now, list_key=key)
        return changes
