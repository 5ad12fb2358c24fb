"""The forms, lists and services this notebook works with."""

import msgspec

from app.actions.unit_changes.choose_services import services_beside
from app.actions.unit_changes.kept import read_changes
from app.errors import UnitChangesUnreadable
from app.frameworks.library import Library
from app.frameworks.own_library import own_library
from app.storage.notebook import Notebook


def open_library(notebook: Notebook, *, shipped: Library) -> Library:
    """The shipped ones with the unit's changes, seen by every service this notebook uses.

    Where the changes cannot be read it is without them, and says why.
    """
    try:
        library = own_library(shipped, read_changes(notebook))
    except UnitChangesUnreadable as problem:
        shipped = shipped.as_shipped
        problems = [*shipped.problems, problem.as_file()]
        library = msgspec.structs.replace(shipped, problems=problems, shipped=shipped)
    beside = services_beside(notebook, library=library)
    if not beside:
        return library
    return msgspec.structs.replace(library, shipped=library.as_shipped, beside=beside)
