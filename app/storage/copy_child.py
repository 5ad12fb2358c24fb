"""What the process that copies does: the file is read while it is kept still, proved afterwards."""

import errno
import os
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from app.errors import CarnetError
from app.storage.copy_file import copy_bytes, settle
from app.storage.read_back import count_rows, read_back

# which file, into which folder, its key, are its rows counted, is its structure looked at too
Order = tuple[str, str, bytes, bool, bool]
_POLITE = 10
Answer = tuple[Literal["ready", "copied", "whole", "refused", "broken"], int]


def copy_when_asked(line: "Connection[Answer, Order]") -> None:
    """Answer "ready" once; then to each order "copied", when the file may change again, and "whole".

    Instead of either "refused" with the number of the system's error, or "broken".
    """
    with suppress(AttributeError, OSError):
        os.nice(_POLITE)  # the window goes first
    line.send(("ready", 0))
    while True:
        try:
            order = line.recv()
        except EOFError:
            return
        try:
            _copy(line, *order)
        except OSError as error:
            line.send(("refused", error.errno or errno.EIO))
        except CarnetError:
            line.send(("broken", 0))
        else:
            line.send(("whole", 0))


def _copy(
    line: "Connection[Answer, Order]", source: str, folder: str, key: bytes, counted: bool, thorough: bool
) -> None:
    size = Path(source).stat().st_size
    rows = count_rows(Path(source), key) if counted else None
    copy = copy_bytes(source, folder)
    line.send(("copied", 0))
    settle(copy)
    read_back(copy, key, size, rows, thorough=thorough)
