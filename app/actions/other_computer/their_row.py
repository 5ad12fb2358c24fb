"""Which row of packages the other computer writes now, and what it says it has of ours."""

from app.exchange.package.lines import Header
from app.models.record import now
from app.storage.notebook import Notebook

_ROW = "other_computer_row"


def their_row(notebook: Notebook) -> str:
    """The stream of the other computer that began last, as far as it came here; "" before the first."""
    return str(notebook.preferences.get(_ROW, ""))


def note_what_they_had(notebook: Notebook, *, correspondent_id: str, header: Header) -> None:
    """Mark what the other computer confirms; inside a change, before the package is noted.

    When it begins another row it was put back from a copy, moved, or replaced: nothing counts as confirmed
    any more but what it says now. An older row that comes late confirms nothing.
    """
    own = notebook.transfers.own
    stream = notebook.transfers.stream(header.stream_id)
    if stream is None or stream.direction == "out":
        own.doubt(correspondent_id)
        notebook.preferences.set(_ROW, header.stream_id)
        if stream is not None:
            own.turn_in(stream.id)
    if their_row(notebook) == header.stream_id and isinstance(header.had, list):
        own.confirm(correspondent_id, header.had, now())
