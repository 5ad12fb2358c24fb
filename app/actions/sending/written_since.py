"""What was written in a case around the time it was given, and its new holder never got."""

from app.actions.sending.choose_outgoing import choose_outgoing
from app.frameworks.library import Library
from app.models.handover import Handover
from app.storage.notebook import Notebook

_LEANT_ON = frozenset({"student", "case", "partner"})


def written_since(notebook: Notebook, *, library: Library, handover: Handover) -> int:
    """How many records of ours that may travel stand here otherwise than they left; nothing is written.

    Written before the receipt came, or on the other computer that had not heard of it. What the new holder
    wrote and sent is theirs.
    """
    outgoing = choose_outgoing(
        notebook, library=library, correspondent_id=handover.correspondent_id, case_ids=[handover.case_id]
    )
    ours = [line for line in outgoing.lines if line.author.id == notebook.author_id]
    news = sum(line.kind not in _LEANT_ON for line in ours)
    return news or int(len(ours) == len(outgoing.lines) and bool(ours))
