"""A notebook opened for a command, and the line of the log that says so."""

from pathlib import Path

from app.storage.copy_record import not_worth_a_copy
from app.storage.notebook import Notebook


def open_notebook(folder: Path, *, passphrase: str) -> Notebook:
    """As `Notebook.open`, with every failure of it."""
    notebook = Notebook.open(folder, passphrase=passphrase)
    note_opened(notebook)
    return notebook


def note_opened(notebook: Notebook) -> None:
    """For a command that looks first whether the file can be written to at all."""
    with not_worth_a_copy(notebook.folder, list(notebook.keys_of_files())):
        notebook.audit.add_when_possible("opened")
