"""The records of a package others may lean on, of what was judged so far: a few bytes for each."""

from collections.abc import Iterable

from app.exchange.oneself import KINDS_LEANT_ON
from app.storage.notebook import Notebook

Accepted = dict[str, dict[bytes, None]]  # by kind; which takes a third of the room of a set
KEYS = "sign_key"
"""Under this name the keys of the cards among them: each is one person's."""


def nobody(more: Iterable[str] = ()) -> Accepted:
    """None yet; `more` are kinds that attachments lean on."""
    return {kind: {} for kind in (*KINDS_LEANT_ON, KEYS, *more)}


def is_there(notebook: Notebook, accepted: Accepted, kind: str, record_id: str) -> bool:
    """Whether one can lean on it: it comes too, or stands here."""
    try:
        comes = bytes.fromhex(record_id) in accepted.get(kind, {})
    except ValueError:
        return False
    return comes or notebook.shelf(kind).find(record_id) is not None
