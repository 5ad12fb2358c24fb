"""The text of a form, a list, a letter or a service, to start a changed copy from."""

from app import paths
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.names import checked_name
from app.errors import FileUnreadable
from app.storage.notebook import Notebook


def text_of_file(notebook: Notebook, *, name: str) -> str:
    """The unit's own file of that name, otherwise the shipped one. NameOutOfPlace, FileUnreadable."""
    checked_name(name)
    own = read_changes(notebook).files.get(name)
    if own is not None:
        return own
    try:
        return (paths.resources() / name).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise FileUnreadable(file=name) from error
