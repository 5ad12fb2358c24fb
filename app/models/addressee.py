"""Somebody a letter about a student can go to."""

from app.models.discreet import Discreet
from app.models.letter import Reader


class Addressee(Discreet, kw_only=True, frozen=True):
    """`lines` are name and address as they stand in the window of an envelope.

    `record_ids` are the guardians, the student or the partner; `usual` whether it gets letters without
    being chosen; `languages` are codes, the first one first.
    """

    reader: Reader
    name: str
    lines: tuple[str, ...]
    record_ids: tuple[str, ...]
    languages: tuple[str, ...] = ()
    usual: bool = True

    @property
    def has_address(self) -> bool:
        """Whether more than a name is known."""
        return len(self.lines) > 1
