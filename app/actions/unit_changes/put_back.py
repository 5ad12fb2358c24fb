"""What a form, list, letter or service said before it was set back."""

import msgspec

from app.actions.unit_changes.kept import keep_changes, read_changes
from app.actions.unit_changes.names import checked_name
from app.models.changes import Changes
from app.models.unit_changes import UnitChanges
from app.storage.notebook import Notebook


def put_back(notebook: Notebook, *, name: str, before: UnitChanges) -> Changes:
    """This one alone is again as it was `before`; what changed elsewhere since stays. NameOutOfPlace."""
    room, _, key = checked_name(name).removesuffix(".toml").partition("/")
    with notebook.change():
        now = read_changes(notebook)
        files = {one: text for one, text in now.files.items() if one != name}
        lists = {one: listed for one, listed in now.lists.items() if room != "lists" or one != key}
        if name in before.files:
            files[name] = before.files[name]
        if room == "lists" and key in before.lists:
            lists[key] = before.lists[key]
        return keep_changes(notebook, msgspec.structs.replace(now, files=files, lists=lists), name)
