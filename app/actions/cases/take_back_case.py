"""Go on with a case that was given away, without a package back."""

from app.errors import RecordUnknown
from app.models.changes import Changes
from app.models.handover import Handover
from app.storage.notebook import Notebook


def take_back_case(notebook: Notebook, *, case_id: str, why: str) -> Changes:
    """It is written in here again; who had it is not told by this. The log keeps that it was done.

    `why` is kept with the case. RecordUnknown when it is with nobody else.
    """
    given = notebook.transfers.handovers.under_way([case_id]).get(case_id)
    if given is None:
        raise RecordUnknown(reference=case_id[:8])
    with notebook.change() as change:
        notebook.transfers.handovers.end(given, "taken_back", why=why)
        notebook.audit.add("taken_back", kind="case", record_id=case_id)
    return change.changes


def leave_given(notebook: Notebook, *, handover: Handover) -> Changes:
    """As it was before it was taken back; RecordUnknown when the case has changed hands since."""
    if notebook.transfers.handovers.last(handover.case_id) != (handover.turn, handover.package_id):
        raise RecordUnknown(reference=handover.case_id[:8])
    with notebook.change() as change:
        notebook.transfers.handovers.reopen(handover)
        notebook.audit.add("given", kind="case", record_id=handover.case_id, detail=handover.package_id)
    return change.changes
