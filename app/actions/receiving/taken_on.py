"""Of the cases a package brought for good, those we can say we go on with."""

from app.models.handover import Handover
from app.storage.notebook import Notebook


def taken_on(notebook: Notebook, *, package_id: str) -> list[Handover]:
    """Whole and agreed on: nothing of them was refused, nothing of them stands in two versions.

    A case that has changed hands since is nobody's to confirm.
    """
    handovers = notebook.transfers.handovers
    came = [one for one in handovers.of_package(package_id, "in") if not one.held_back]
    came = [one for one in came if (one.turn, one.package_id) == handovers.last(one.case_id)]
    if not came:
        return []
    open_still = {
        _case_of(notebook, conflict.kind, conflict.record_id) for conflict in notebook.transfers.conflicts()
    }
    return [one for one in came if one.case_id not in open_still]


def brought_for_good(notebook: Notebook) -> set[str]:
    """The packages whose senders still wait to hear that we go on with a case."""
    handovers = notebook.transfers.handovers.list()
    return {one.package_id for one in handovers if one.direction == "in" and not one.acknowledged_at}


def _case_of(notebook: Notebook, kind: str, record_id: str) -> str:
    if kind == "case":
        return record_id
    record = notebook.shelf(kind).find(record_id)
    return str(getattr(record, "case_id", None) or "")
