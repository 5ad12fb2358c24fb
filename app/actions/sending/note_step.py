"""How far a package that left has got, as whoever sent it says."""

from app.models.audit_line import What
from app.models.changes import Changes
from app.models.record import now
from app.storage.notebook import Notebook


def note_handed_over(notebook: Notebook, *, package_id: str, handed_over: bool = True) -> Changes:
    """It is on its way, by hand, by mail or by a folder both look into; or it is not after all."""
    return _noted(notebook, package_id, "handed_over_at", handed_over, "handed_over")


def note_reminded(notebook: Notebook, *, package_id: str, reminded: bool = True) -> Changes:
    """Its recipient was asked for the receipt: the waiting begins anew. It was handed over, then."""
    package = notebook.transfers.package(package_id)
    with notebook.change() as change:
        if reminded and package is not None and package.handed_over_at is None:
            note_handed_over(notebook, package_id=package_id)
        notebook.transfers.states.note_step(package_id, "reminded_at", now() if reminded else None)
    return change.changes


def drop_package(notebook: Notebook, *, package_id: str, dropped: bool = True) -> Changes:
    """Nobody waits for its receipt any more; it counts all the same if it comes."""
    return _noted(notebook, package_id, "dropped_at", dropped, "dropped")


def _noted(notebook: Notebook, package_id: str, step: str, done: bool, what: What) -> Changes:
    with notebook.change() as change:
        notebook.transfers.states.note_step(package_id, step, now() if done else None)  # type: ignore[arg-type]
        if done:
            notebook.audit.add(what, kind="package", record_id=package_id)
    return change.changes
