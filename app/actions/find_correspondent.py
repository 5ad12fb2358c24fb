"""A correspondent by what a person calls them."""

from app.errors import RecordUnknown
from app.models.correspondent import Correspondent
from app.models.folding import fold
from app.storage.notebook import Notebook


def find_correspondent(notebook: Notebook, *, name: str) -> Correspondent:
    """The one of that name or unit, accents and case aside; RecordUnknown for none or more than one."""
    wanted = fold(name)
    everybody = notebook.correspondents.list()
    found = [one for one in everybody if wanted in (fold(one.name), fold(one.unit))]
    if len(found) != 1:
        raise RecordUnknown(reference=name)
    return found[0]
