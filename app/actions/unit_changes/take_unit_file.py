"""Make a unit file's words this notebook's."""

from app.actions.unit_changes.kept import keep_changes
from app.actions.unit_changes.look_into_unit_file import UnitPreview
from app.models.changes import Changes
from app.storage.notebook import Notebook


def take_unit_file(notebook: Notebook, *, preview: UnitPreview) -> Changes:
    """What was looked at, without its broken parts."""
    with notebook.change():
        return keep_changes(notebook, preview.changes, *{one.where for one in preview.differences})
