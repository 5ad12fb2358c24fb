"""A correspondent by what a person calls them."""

from app.errors import CorrespondentUnclear
from app.models.correspondent import Correspondent
from app.models.folding import fold
from app.storage.notebook import Notebook


def find_correspondent(notebook: Notebook, *, name: str) -> Correspondent:
    """The one of that name or unit, accents and case aside; CorrespondentUnclear for none or several.

    Who is no longer used is meant only when nobody else has that name.
    """
    wanted = fold(name)
    everybody = notebook.correspondents.list()
    named = [one for one in everybody if wanted in (fold(one.name), fold(one.unit))]
    found = [one for one in named if one.state != "retired"] or named
    if len(found) != 1:
        raise CorrespondentUnclear(name=name)
    return found[0]
