"""The notebook every fault begins with: somebody followed, an interview, a unit whose card was compared."""

import shutil
from pathlib import Path

from app import paths
from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook, read_keys
from tests import builders
from tests.exchange.pair import make, reopened
from tests.sparing import spare

START, KEY, NOTEBOOK, OUT = "start", "key", "notebook", "out"


def prepare(folder: Path) -> None:
    """Make it once, closed, with its key beside it: nobody derives a key a thousand times."""
    made = make(folder / "made-ours", role="practitioner", name="Claire Aubrin")
    unit = make(folder / "made-unit", role="unit", name="Marc Feller")
    ours, other = reopened(made, folder / START / NOTEBOOK), reopened(unit, folder / "unit")
    library = Library.load(paths.resources())
    accept_card(ours, card=own_card(other), compared_how="face")
    student = builders.kept_student(ours)
    builders.finished(ours, library, student_id=student.id, values={"conclusion": "À revoir."})
    ours.close()
    other.close()
    (folder / START / OUT).mkdir()
    (folder / KEY).write_bytes(made.key)
    for one in opened(folder / START, made.key):  # the personal notes get their tables when first opened
        one.close()


def copy_of_start(folder: Path, name: str) -> Path:
    """A fresh one to be spoilt."""
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(folder / START, place))


def opened(place: Path, key: bytes) -> tuple[Notebook, PersonalNotes]:
    """Both files of the notebook in this place, as the window has them."""
    spare()
    folder = place / NOTEBOOK
    keys, lock = read_keys(folder), NotebookLock(folder)
    lock.acquire()
    try:
        vault_key = VaultKey(key=key, vault_id=keys.vault_id, epoch=keys.epoch)
        notebook = Notebook._opened(folder, keys.vault_id, vault_key, lock)
    except BaseException:
        lock.release()
        raise
    try:
        personal = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    except BaseException:
        notebook.close()
        raise
    personal.ask_first(change=notebook.lock.stand, anew=notebook.lock.renew)
    return notebook, personal
