"""One line of the log: who did what, when."""

from typing import Literal

import msgspec

What = Literal[
    "created", "opened", "copied", "printed", "saved", "sent", "received", "acknowledged",
    "binned", "restored", "erased", "certified",
    "identity_made", "card_written", "card_kept", "card_compared", "card_changed", "card_retired",
    "phrase_changed", "sheet_made", "recovered", "remembered", "forgotten", "key_changed",
]  # fmt: skip


class AuditLine(msgspec.Struct, kw_only=True, frozen=True):
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
