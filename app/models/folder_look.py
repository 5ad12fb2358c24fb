"""What was found in the exchange folder."""

from typing import NamedTuple

from app.models.discreet import Discreet


class Mark(NamedTuple):
    """As long as it is the same, nobody has written into the file: bytes, and nanoseconds of its clock."""

    size: int
    written: int


class Arrived(Discreet, frozen=True, kw_only=True):
    """A file that waits.

    `package_id` is "" where it could not be read; then `is_whole` says whether it may still be coming.
    """

    file: str
    package_id: str = ""
    sender: str = ""
    kind: str = ""
    cases: int = 0
    at: str = ""
    is_whole: bool = True


class FolderLook(Discreet, frozen=True, kw_only=True):
    """What was found. `marks` and `judged` are for the next look: a file is opened once, when it rests."""

    folder: str = ""
    is_there: bool = False
    arrived: list[Arrived] = []
    marks: dict[str, Mark] = {}
    judged: dict[str, Arrived | None] = {}
