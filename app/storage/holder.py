"""Who has the notebook open: a note beside the lock, for whoever finds it held.

The lock itself decides; the note only explains. It names a computer and a moment, and nobody.
"""

import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from app.models.discreet import Discreet
from app.models.record import now

NAME = "notebook.open"
_LARGEST, _LONGEST = 1000, 100  # bytes of a note, letters of a computer's name


class Holder(Discreet, frozen=True):
    """The computer's name and since when, in UTC."""

    computer: str
    since: str

    @property
    def is_here(self) -> bool:
        """Whether that computer is this one."""
        return self.computer == this_computer()


def this_computer() -> str:
    """The name this computer has in its network."""
    return "".join(letter for letter in platform.node() if letter.isprintable())[:_LONGEST] or "?"


def write(folder: Path) -> Holder:
    """Leave a note; a disk that refuses is no reason not to open, for the lock holds without it."""
    holder = Holder(this_computer(), now())
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(folder / NAME, flags, 0o600), "wb") as stream:
            stream.write(msgspec.json.encode(holder))
    except OSError:
        remove(folder)  # half a note says nothing
    return holder


def read(folder: Path) -> Holder | None:
    """The note that lies there, if it is one."""
    try:
        with (folder / NAME).open("rb") as stream:
            holder = msgspec.json.decode(stream.read(_LARGEST), type=Holder)
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError):
        return None
    plain = holder.computer.isprintable() and 0 < len(holder.computer) <= _LONGEST
    return holder if plain else None


def remove(folder: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
