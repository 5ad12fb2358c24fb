"""A list as it was shipped."""

from app.actions.unit_changes.kept import keep_list, list_changes
from app.actions.unit_changes.known import known_list
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.unit_changes import EntryChange, ListChanges
from app.storage.notebook import Notebook


def reset_list(notebook: Notebook, *, library: Library, list_key: str) -> Changes:
    """Words, order and what is offered as shipped; entries of one's own stay, hidden, for what was noted."""
    known_list(library, list_key)
    with notebook.change():
        before = list_changes(notebook, list_key)
        added, words = before.added, {code: change.label for code, change in before.entries.items()}
        hidden = {item.code: EntryChange(label=words.get(item.code, {}), hidden=True) for item in added}
        return keep_list(notebook, list_key, ListChanges(entries=hidden, added=added))
