"""The copies in one place: a folder each, `carnet-<notebook>-<day>-<time>`."""

import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.models.copy import Copy

FOLDER = "backups"  # inside the notebook's folder
_MOMENT = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(
    r"carnet-(?P<vault>[0-9a-f]{8})-(?P<moment>\d{4}-\d\d-\d\d-\d{6})(?:-(?P<number>\d{1,3}))?"
)
_UNFINISHED = ".partial"


def list_copies(place: Path, vault_id: str | None = None) -> list[Copy]:
    """The finished copies of one notebook, or of any, in a place; newest first. A place away has none."""
    try:
        folders = list(place.iterdir())
    except OSError:
        return []
    copies = [copy for folder in folders if (copy := copy_in(folder)) is not None]
    wanted = None if vault_id is None else vault_id[:8]
    return sorted((copy for copy in copies if wanted in {None, copy.vault}), reverse=True)


def copy_in(folder: Path) -> Copy | None:
    """The copy that lies in this folder, by its name; None where it is none."""
    match = _NAME.fullmatch(folder.name)
    try:
        if match is None or not folder.is_dir():
            return None
        made = datetime.strptime(match["moment"], _MOMENT)
        size = sum(path.stat().st_size for path in folder.iterdir())
    except (OSError, ValueError):
        return None
    return Copy(made, int(match["number"] or 1), folder, match["vault"], size)


def name_of(place: Path, vault_id: str, moment: datetime) -> str:
    """A name nothing has in this place yet."""
    name = plain = f"carnet-{vault_id[:8]}-{moment:{_MOMENT}}"
    number = 1
    while (place / name).exists():
        number += 1
        name = f"{plain}-{number}"
    return name


def unfinished_name(name: str) -> str:
    """What a copy is called until it is proved."""
    return f".{name}{_UNFINISHED}"


def remove_copy(copy: Copy) -> None:
    """Remove it: first its name, so that half of one is never taken for a copy. What is refused stays."""
    gone = copy.folder.with_name(unfinished_name(copy.folder.name))
    with suppress(OSError):
        copy.folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def clear_unfinished(place: Path, vault_id: str) -> None:
    """Remove what a kill in the middle of a copy left; only while no other copy can be under way."""
    with suppress(OSError):
        for folder in place.glob(unfinished_name(f"carnet-{vault_id[:8]}-*")):
            shutil.rmtree(folder, ignore_errors=True)
