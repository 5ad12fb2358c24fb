"""One line of the log: who did what, when."""

from typing import Literal

from app.models.discreet import Discreet

What = Literal[
    "created", "opened", "copied", "printed", "saved", "sent", "told", "received", "acknowledged",
    "handed_over", "dropped", "given", "taken_back",
    "binned", "restored", "erased", "certified",
    "identity_made", "card_written", "card_kept", "card_compared", "card_changed", "card_retired",
    "phrase_changed", "sheet_made", "recovered", "remembered", "forgotten", "key_changed",
]  # fmt: skip


class AuditLine(Discreet, frozen=True, kw_only=True):
    """`kind` and `record_id` name what it was done to, "" for the notebook as a whole.

    `detail` is a hash or a code, never anybody's words; `hash` binds the line to every one before it.
    """

    seq: int
    at: str
    author_id: str
    what: str
    kind: str
    record_id: str
    detail: str
    hash: str
