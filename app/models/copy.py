"""A copy of a notebook, as it lies in a folder."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Copy(NamedTuple):
    """`made` is the moment in its name, on the clock of the computer that made it; `size` in bytes."""

    made: datetime
    number: int
    folder: Path
    vault: str
    size: int
