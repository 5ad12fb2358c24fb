"""A form, list, letter or service nobody had, taken in under a name of its own."""

from app.actions.unit_changes.names import checked_name
from app.actions.unit_changes.replace_file import replace_file
from app.errors import FileNameTaken
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def add_file(notebook: Notebook, *, library: Library, name: str, text: str) -> Changes:
    """FileNameTaken where one of that name is there already: nothing is replaced by a slip of the name."""
    room, _, key = checked_name(name).removesuffix(".toml").partition("/")
    if key in getattr(library, room):
        raise FileNameTaken(name=name)
    return replace_file(notebook, library=library, name=name, text=text)
