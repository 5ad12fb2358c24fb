"""After how many days a package without a receipt is on Today."""

from app.actions.receipts.late_packages import WAITS
from app.models.changes import Changes
from app.storage.notebook import Notebook


def choose_waiting_days(notebook: Notebook, *, days: int) -> Changes:
    """From now on, for every package that waits."""
    with notebook.change() as change:
        notebook.preferences.set(WAITS, days)
        change.note("package", "")
    return change.changes
