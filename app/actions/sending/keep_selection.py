"""Name what the cases for somebody have in common."""

import msgspec

from app.models.changes import Changes
from app.models.selection import Selection
from app.storage.notebook import Notebook

SELECTIONS = "selections"
"""A preference: every selection of the notebook, oldest first."""


def selections(notebook: Notebook, *, correspondent_id: str = "") -> list[Selection]:
    """Those for one correspondent, or all."""
    kept = msgspec.convert(notebook.preferences.get(SELECTIONS, []), list[Selection])
    return [one for one in kept if correspondent_id in ("", one.correspondent_id)]


def keep_selection(notebook: Notebook, *, selection: Selection) -> Changes:
    """Save a new or corrected one."""
    kept = selections(notebook)
    known = {one.id for one in kept}
    changed = [selection if one.id == selection.id else one for one in kept]
    return _written(notebook, changed if selection.id in known else [*kept, selection], selection.id)


def drop_selection(notebook: Notebook, *, selection_id: str) -> Changes:
    """Take it out; the cases are not touched."""
    kept = [one for one in selections(notebook) if one.id != selection_id]
    return _written(notebook, kept, selection_id)


def _written(notebook: Notebook, kept: list[Selection], selection_id: str) -> Changes:
    with notebook.change() as change:
        notebook.preferences.set(SELECTIONS, msgspec.to_builtins(kept))
        change.note("selection", selection_id)
    return change.changes
