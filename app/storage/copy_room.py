"""How much room copies may take, and room for the next one."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from app.errors import FileNotWritten, NoRoomForCopy
from app.models.copy import Copy
from app.storage.kept_copies import remove_copy

_RESERVE = 32 << 20  # saving must always find room on the drive


def budget_in(place: Path, copies: Sequence[Copy], share: int) -> int:
    """Bytes the copies in a place may take: `share` per cent of what would be free without them."""
    return (_free(place) + sum(copy.size for copy in copies)) * share // 100


def make_room(place: Path, copies: Sequence[Copy], need: int) -> None:
    """Let the oldest go until one of `need` bytes fits; NoRoomForCopy. The newest stays whatever happens."""
    for oldest in reversed(copies[1:]):
        if _free(place) >= need + _RESERVE:
            return
        remove_copy(oldest)
    if _free(place) < need + _RESERVE:
        raise NoRoomForCopy


def _free(place: Path) -> int:
    try:
        return shutil.disk_usage(place).free
    except OSError as error:
        raise FileNotWritten from error
