"""What the process that copies does: the file is read while it is kept still, proved afterwards."""

import errno
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from app import private_process
from app.errors import CarnetError
from app.storage.copy_file import copy_bytes, settle
from app.storage.read_back import count_rows, read_back

# which file, into which folder, its key, are its rows counted, is its structure looked at too
Order = tuple[str, str, bytes, bool, bool]
Answer = tuple[Literal["ready", "copied", "whole", "refused", "broken"], int]


def copy_when_asked(line: "Connection[Answer, Order]") -> None:
    """Answer "ready" once; then to each order "copied", when the file may change again, and "whole".

    Instead of either "refused" with the number of the system's error, or "broken".
    """
    private_process.close_off()  # it is given keys
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
    # Both at once, so that whoever writes is kept waiting once. Closing the file drops the lock of the one
    # who counts: nobody writes before "copied", and where somebody must, this process is ended.
    with ThreadPoolExecutor(1) as beside:
        counting = beside.submit(count_rows, Path(source), key) if counted else None
        copy = copy_bytes(source, folder)
        rows = counting.result() if counting else None
    line.send(("copied", 0))
    settle(copy)
    read_back(copy, key, size, rows, thorough=thorough)
