"""The files of an exchange folder: a stick, a shared drive, or one that another program keeps in step."""

import stat
from pathlib import Path

from app.models.folder_look import Mark

_SUFFIX, _AS_TEXT = ".age", ("carnet-", ".txt")
_MOST = 2000  # the newest of them: a folder of many years still answers at once


def list_packages(folder: Path) -> dict[str, Mark] | None:
    """Whatever may be a package, by file name; None when the folder is not there.

    Hidden files are those another program is still bringing; links lead out of the folder.
    """
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return None
    found: dict[str, Mark] = {}
    for name in names:
        if not _may_be_one(name):
            continue
        try:
            known = (folder / name).lstat()
        except OSError:  # taken away meanwhile
            continue
        if stat.S_ISREG(known.st_mode) and known.st_size:
            found[name] = Mark(known.st_size, known.st_mtime_ns)
    newest = sorted(found, key=lambda name: found[name][1], reverse=True)[:_MOST]
    return {name: found[name] for name in sorted(newest)}


def _may_be_one(name: str) -> bool:
    start, end = _AS_TEXT
    return not name.startswith(".") and (
        name.lower().endswith(_SUFFIX) or (name.startswith(start) and name.endswith(end))
    )
