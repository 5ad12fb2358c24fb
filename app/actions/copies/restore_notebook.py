"""Put a copy back: into a new folder, or in the place of a notebook that is kept beside."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.errors import CarnetError, CopyOfAnother, FileNotWritten
from app.storage.copier import GoOn, to_the_end
from app.storage.copy_inside import OpenCopy
from app.storage.kept_copies import FOLDER
from app.storage.lock import NotebookLock
from app.storage.notebook import read_keys
from app.storage.restoring import restore


def restore_copy(*, folder: Path, passphrase: str, target: Path, go_on: GoOn = to_the_end) -> Path:
    """Into a new or empty folder, which is returned; FolderNotEmpty otherwise, nothing is written over."""
    restore(OpenCopy.open(folder, passphrase=passphrase), target, go_on=go_on)
    return target


def replace_notebook(*, copy: OpenCopy, place: Path, go_on: GoOn = to_the_end) -> Path | None:
    """The notebook in `place` is what the copy holds; where the former one is kept is returned, if any.

    First the copy is put back beside, whole; then the former folder takes another name and the new one
    its place, with the copies. Whatever happens in between, both lie there. NotebookInUse when the former
    is open, CopyOfAnother when it is another notebook.
    """
    _refuse_another(copy, place)
    moment = datetime.now()
    restored, former = _free(place, "restored", moment), _free(place, "former", moment)
    if not place.exists():
        restore(copy, place, go_on=go_on)
        return None
    with NotebookLock(place):  # nobody writes in it meanwhile
        restore(copy, restored, go_on=go_on)
    try:
        place.rename(former)
        _take_place(restored, place, former)
    except OSError as error:
        shutil.rmtree(restored, ignore_errors=True)  # the copy it was made of is still there
        raise FileNotWritten from error
    with suppress(OSError):  # they belong to the notebook that goes on; where refused they stay readable
        (former / FOLDER).rename(place / FOLDER)
    return former


def _take_place(restored: Path, place: Path, former: Path) -> None:
    try:
        restored.rename(place)
    except OSError:
        former.rename(place)
        raise


def _refuse_another(copy: OpenCopy, place: Path) -> None:
    try:
        vault_id = read_keys(place).vault_id
    except CarnetError:
        return  # keys that cannot be read say nothing
    if vault_id != copy.keys.vault_id:
        raise CopyOfAnother


def _free(place: Path, word: str, moment: datetime) -> Path:
    """A name beside that nothing has."""
    plain = f"{place.name}-{word}-{moment:%Y-%m-%d-%H%M%S}"
    number, path = 1, place.with_name(plain)
    while path.exists():
        number += 1
        path = place.with_name(f"{plain}-{number}")
    return path
