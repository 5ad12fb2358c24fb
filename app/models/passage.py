"""A passage of a record in which somebody else may be meant, and what was decided about it."""

import hashlib
from datetime import date

from app.models.discreet import Discreet

PASSAGES = "passages:"  # preferences, with the identifier of the sheet: what was decided about its passages


class Passage(Discreet, frozen=True, kw_only=True):
    """One sentence of a sheet: where it stands, its words, and `found`, who may be meant in it.

    `decided` is None as long as nobody has, "" to keep it, and otherwise why it is masked: a code of list
    `passage-reasons`.
    """

    record_id: str
    place: str
    words: str
    sheet: str
    day: date
    label: str
    found: tuple[str, ...] = ()
    decided: str | None = None

    @property
    def key(self) -> str:
        """What the decision is kept under: other words in the same place are asked about anew."""
        return key_of(self.place, self.words)

    @property
    def waits(self) -> bool:
        """Somebody may be meant, and nobody has looked."""
        return bool(self.found) and self.decided is None

    @property
    def stays(self) -> bool:
        """Whether its words are not on the paper."""
        return self.waits or bool(self.decided)


def key_of(place: str, words: str) -> str:
    """Where it stands and a hash of its words."""
    return f"{place}#{hashlib.sha256(words.encode()).hexdigest()[:16]}"
