"""Somebody whose card this notebook holds."""

from datetime import date
from typing import Literal

from app.models.record import Record

ONESELF = "self"
"""The role of one’s own other computer: the same keys, another copy of the notebook."""

State = Literal["unknown", "compared", "changed", "retired"]


class Correspondent(Record, kw_only=True, frozen=True):
    """Keys as their card says them: `sign_key` 64 hexadecimal digits, `seal_key` "age1…".

    "unknown": accepted, nobody compared the words yet. "compared": packages may leave for it.
    "changed": another card came under the same name or key and waits to be compared; nothing leaves
    or enters meanwhile, and the keys here are still the former ones. "retired": no longer used.
    """

    card_id: str
    name: str
    unit: str = ""
    role: str = "practitioner"
    sign_key: str
    seal_key: str
    state: State = "unknown"
    compared_at: date | None = None
    compared_how: str = ""  # "face", "phone" or "stated" (by whoever ran the command)
    compared_by: str = ""  # a practitioner's id

    @property
    def is_oneself(self) -> bool:
        """Whether it is another computer of whoever writes here."""
        return self.role == ONESELF
