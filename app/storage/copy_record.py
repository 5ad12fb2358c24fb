"""What is remembered of the copies beside them, readable while the notebook is closed or lost.

It says when, which copy, and how large the files were; nothing about anybody.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from app import whole_file
from app.models.discreet import Discreet
from app.storage.kept_copies import FOLDER

_NAME = "record.json"

State = dict[str, tuple[int, int]]  # of every file of the notebook: size, last change in nanoseconds


class CopyRecord(Discreet, frozen=True, kw_only=True):
    """`verified_at`, `checked_at`: ISO moments in UTC. `copied`, `copied_away`: the notebook as copied.

    `away_at` is when the second place had its last copy; `damaged` whether the structure check found
    something. `erased_here`, `erased_away`: something was erased for ever since the copies of that place.
    """

    verified_at: str = ""
    copied: State = {}
    away_at: str = ""
    copied_away: State = {}
    checked_at: str = ""
    damaged: bool = False
    erased_here: bool = False
    erased_away: bool = False


def read_record(folder: Path) -> CopyRecord:
    """What is remembered of the notebook in `folder`; nothing where it cannot be read."""
    try:
        return msgspec.json.decode((folder / FOLDER / _NAME).read_bytes(), type=CopyRecord)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return CopyRecord()


def keep_record(folder: Path, record: CopyRecord) -> None:
    """Remember it. Where the disk refuses, one more copy or check will be made than is needed."""
    with suppress(OSError):
        (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        whole_file.write(path=folder / FOLDER / _NAME, content=msgspec.json.encode(record))


def remember_erased(folder: Path) -> None:
    """Former copies still hold what was erased: the next one in each place takes the place of them all."""
    keep_record(folder, msgspec.structs.replace(read_record(folder), erased_here=True, erased_away=True))


def state_of(folder: Path, files: list[Path]) -> State:
    """How the files of a notebook stand now: two that are equal have not been written in between."""
    state: State = {}
    for path in (*files, folder / "keys.json"):
        with suppress(OSError):
            found = path.stat()
            state[path.name] = (found.st_size, found.st_mtime_ns)
    return state


@contextmanager
def not_worth_a_copy(folder: Path, files: list[Path]) -> Iterator[None]:
    """What is written meanwhile is no reason for another copy: a copy that was up to date still is."""
    record, before = read_record(folder), state_of(folder, files)
    yield
    if before in (record.copied, record.copied_away):
        after = state_of(folder, files)
        copied, away = (after if one == before else one for one in (record.copied, record.copied_away))
        keep_record(folder, msgspec.structs.replace(record, copied=copied, copied_away=away))
