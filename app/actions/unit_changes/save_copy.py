"""A form, list, letter or service as a file of its own, to be changed in any editor."""

from pathlib import Path

from app import whole_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.errors import FileNotWritten
from app.models.changes import Changes
from app.storage.notebook import Notebook


def save_copy(notebook: Notebook, *, name: str, path: Path) -> Changes:
    """Words alone, nobody's data. NameOutOfPlace, FileUnreadable, FileNotWritten."""
    text = text_of_file(notebook, name=name)
    try:
        whole_file.write(path=path, content=text.encode("utf-8"))
    except OSError as error:
        raise FileNotWritten from error
    return Changes()
