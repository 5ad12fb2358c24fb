"""The number the next package to somebody will have."""

from app.actions.streams.outgoing_stream import outgoing_stream
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook


def next_number(notebook: Notebook, correspondent: Correspondent) -> int:
    """1 where a new row begins."""
    stream = outgoing_stream(notebook, correspondent_id=correspondent.id)
    return (stream.last_sequence if stream else 0) + 1
