"""The text of a file somebody changed in an editor."""

from pathlib import Path

from app.actions.unit_changes.limits import LARGEST_TEXT
from app.errors import ChangedFileTooLarge, FileUnreadable, NotUtf8


def read_changed_file(*, path: Path) -> str:
    """FileUnreadable; ChangedFileTooLarge before the rest is read; NotUtf8 names the line."""
    try:
        with path.open("rb") as untrusted:
            raw = untrusted.read(LARGEST_TEXT + 1)
    except OSError as error:
        raise FileUnreadable(file=path.name) from error
    if len(raw) > LARGEST_TEXT:
        raise ChangedFileTooLarge(file=path.name)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise NotUtf8(file=path.name, line=line) from None
