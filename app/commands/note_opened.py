"""The line of the log that says a command opened the notebook, once the command did what it was asked."""

from app.storage.copy_record import not_worth_a_copy
from app.storage.notebook import Notebook


def note_opened(notebook: Notebook) -> None:
    """Where the disk or the folder refuses, the command succeeded all the same and there is no line.

    A command that fails, or only shows what it would do, leaves the notebook as it was, byte for byte.
    """
    with not_worth_a_copy(notebook.folder, list(notebook.keys_of_files())):
        notebook.audit.add_when_possible("opened")
