"""The forms, lists and services this notebook works with."""

import msgspec

from app.actions.unit_changes.kept import read_changes
from app.errors import UnitChangesUnreadable
from app.frameworks.library import Library
from app.frameworks.own_library import own_library
from app.storage.notebook import Notebook


def open_library(notebook: Notebook, *, shipped: Library) -> Library:
    """The shipped ones with the unit's changes; where those cannot be read without them, and why."""
    try:
        return own_library(shipped, read_changes(notebook))
    except UnitChangesUnreadable as problem:
        shipped = shipped.as_shipped
        return msgspec.structs.replace(
            shipped, problems=[*shipped.problems, problem.as_file()], shipped=shipped
        )
