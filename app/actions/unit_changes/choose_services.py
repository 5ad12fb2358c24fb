"""The services a notebook uses beside its own."""

from collections.abc import Sequence

from app.actions.unit_changes.kept import KIND
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook

_KEY = "services"  # a preference


def choose_services(notebook: Notebook, *, library: Library, keys: Sequence[str]) -> Changes:
    """Their forms, questions and list entries are offered too; a case or a sheet may be of one of them.

    What was written stays what it is when a service is given up.
    """
    kept = [key for key in dict.fromkeys(keys) if key in library.frameworks and key != notebook.framework]
    notebook.preferences.set(_KEY, kept)
    return Changes(frozenset({(KIND, "services")}))


def services_beside(notebook: Notebook, *, library: Library) -> tuple[str, ...]:
    """Those that were chosen and can be read today."""
    chosen = notebook.preferences.get(_KEY, [])
    return tuple(key for key in chosen if key in library.frameworks and key != notebook.framework)
