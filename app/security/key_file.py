"""keys.json on the disk. Whoever writes holds the notebook's lock."""

from contextlib import suppress
from pathlib import Path

from app import whole_file
from app.errors import CarnetError, KeysDamaged, KeysMissing, KeysNotWritten, NotebookUnreadable
from app.security.slots import LIMIT, KeyFile

NAME = "keys.json"


def read(path: Path) -> KeyFile:
    """The keys; KeysMissing, KeysDamaged, NotebookTooNew or NotebookUnreadable. Writes nothing.

    A missing or damaged file falls back to the `.bak` an interrupted writing left: it wraps the same
    vault key, and a phrase that opens is worth more than a file that is in order. A file that is
    whole is never passed over, and one the system refuses to read is not known to be damaged.
    """
    try:
        return _read(path)
    except (KeysMissing, KeysDamaged):
        with suppress(KeysMissing, KeysDamaged, NotebookUnreadable):
            return _read(_previous(path))
        raise


def write(path: Path, keys: KeyFile) -> None:
    """Put new keys on the disk; KeysNotWritten, and the former ones stay.

    The former file lies beside as `.bak` until the new one was read back and is equal. Then it goes:
    a phrase was perhaps changed because somebody had seen it.
    """
    content = keys.encode()
    former = _whole(path)
    try:
        if former is not None:
            whole_file.write(path=_previous(path), content=former.encode())
        whole_file.write(path=path, content=content)
        if path.read_bytes() != content:
            raise OSError("not read back as written")
    except OSError as error:
        if former is not None:
            _put_back(path, former)
        raise KeysNotWritten from error
    _tidy(path)


def settle(path: Path, keys: KeyFile) -> None:
    """Call when `keys` have opened the notebook: they become the only ones on the disk.

    Puts right a missing or damaged file and removes what an interrupted writing left. Does what the
    disk allows and never fails: the next opening tries again.
    """
    with suppress(CarnetError):
        if _whole(path) != keys:
            write(path, keys)
        _tidy(path)


def _read(path: Path) -> KeyFile:
    try:
        with path.open("rb") as stream:
            raw = stream.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KeysMissing from error
    except OSError as error:
        raise NotebookUnreadable from error
    return KeyFile.decode(raw)


def _whole(path: Path) -> KeyFile | None:
    try:
        return _read(path)
    except (KeysMissing, KeysDamaged):
        return None


def _previous(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _put_back(path: Path, former: KeyFile) -> None:
    """Undo a writing that failed half-way, only ever with what stood there just before."""
    with suppress(OSError, CarnetError):
        if _whole(path) != former and _whole(_previous(path)) == former:
            _previous(path).replace(path)
            whole_file.sync_folder(path.parent)


def _tidy(path: Path) -> None:
    """Remove what earlier phrases left; what the disk refuses goes at the next opening."""
    previous = _previous(path)
    with suppress(OSError):
        for leftover in (previous, *whole_file.unfinished(path), *whole_file.unfinished(previous)):
            leftover.unlink(missing_ok=True)
        whole_file.sync_folder(path.parent)
