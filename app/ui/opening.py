"""Opening a notebook, as a function for the worker."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from app import paths
from app.actions.unit_changes.open_library import open_library
from app.errors import CarnetError
from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.storage.copy_record import not_worth_a_copy
from app.storage.new_files import create_personal_file
from app.storage.notebook import Notebook


class Opened(NamedTuple):
    """A notebook with its personal notes and the forms of its service."""

    notebook: Notebook
    personal: PersonalNotes
    library: Library


def open_notebook(
    folder: Path, passphrase: str, *, take_over: bool = False, notes_anew: bool = False
) -> Opened:
    """Open both files; each thing that can be wrong is a CarnetError of its own."""
    return opened(Notebook.open(folder, passphrase=passphrase, take_over=take_over), notes_anew=notes_anew)


def opened(notebook: Notebook, *, notes_anew: bool = False) -> Opened:
    """The rest of what a window needs; the notebook is closed again when it cannot be had.

    `notes_anew`: where the file of the personal notes is lost, whoever asked for it gets an empty one.
    """
    try:
        path, key = notebook.personal_file()
        if notes_anew and not path.exists():
            create_personal_file(path, key, notebook.vault_id)
        personal = PersonalNotes.open(path, key, notebook.vault_id)
        personal.ask_first(change=notebook.lock.stand, anew=notebook.lock.renew)
    except CarnetError:
        notebook.close()
        raise
    with not_worth_a_copy(notebook.folder, list(notebook.keys_of_files())):
        notebook.audit.add_when_possible("opened")
    return Opened(notebook, personal, open_library(notebook, shipped=library()))


@cache
def library() -> Library:
    """The forms, lists and services that are shipped, read once, perhaps while the phrase is typed."""
    return Library.load(paths.resources())
