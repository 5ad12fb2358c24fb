"""Other words for an entry of a list."""

import msgspec

from app.actions.unit_changes.kept import keep_list, list_changes
from app.actions.unit_changes.known import known_entry
from app.actions.unit_changes.words import clean_words
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.form import Words
from app.models.unit_changes import EntryChange
from app.storage.notebook import Notebook

_FORMER = 12  # words an entry is remembered by beside those it has


def rename_entry(notebook: Notebook, *, library: Library, list_key: str, code: str, label: Words) -> Changes:
    """In the languages `label` names; blank gives the shipped words back.

    The code stays: everything recorded with it shows the new words. WordsTooLong, ListUnknown,
    EntryUnknown.
    """
    known_entry(library, list_key, code)
    said = clean_words(label)
    with notebook.change():
        changes = list_changes(notebook, list_key)
        change = changes.entries.get(code, EntryChange())
        kept = {language: words for language, words in change.label.items() if language not in label}
        label_now = kept | said
        gone = [words for words in change.label.values() if words not in label_now.values()]
        former = [
            words for words in dict.fromkeys([*change.former, *gone]) if words not in label_now.values()
        ]
        change = msgspec.structs.replace(change, label=label_now, former=former[-_FORMER:])
        entries = {**changes.entries, code: change}
        if change == EntryChange():
            del entries[code]
        return keep_list(notebook, list_key, msgspec.structs.replace(changes, entries=entries))
