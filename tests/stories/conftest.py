"""A notebook that has been written in, closed or on a desk of its own."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.security.passphrase import FLOOR
from app.security.slots import open_keys
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook, read_keys
from app.ui.theme.theme import Theme
from tests import builders
from tests.builders import PHRASE
from tests.stories.desk import Desk
from tests.ui import conftest as of_pages

os.environ["CUPS_SERVER"] = "/nowhere"  # no printer of this computer takes part in a test
theme = of_pages.theme  # the look, worn once for all
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def full_notebook(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A closed notebook in which somebody is named, something was said and something was thought."""
    folder = tmp_path_factory.mktemp("full") / "carnet"
    notebook = Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    )  # fmt: skip
    with notebook.change():
        notebook.schools.save(builders.school())
    student, partner = builders.kept_student(notebook), builders.partner()
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
        notebook.partners.save(partner)
    builders.finished(notebook, library, student_id=student.id, values={"demand": "Le pigeonnier me manque."})
    builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id,
        values={
            "partner": partner.id, "reason": "Le colombier est loin.", "requested_by": "student",
            "student_consent": "agrees", "parents_consent": "agrees", "urgency": "normal",
        },
    )  # fmt: skip
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(subject_id=student.id, student_id=student.id, text="Elle fabrique un cerf-volant.")
    notes.close()
    notebook.close()
    return folder


@pytest.fixture(scope="session")
def full_key(full_notebook: Path) -> bytes:
    """The key PHRASE gives for it, found once."""
    return bytes(open_keys(read_keys(full_notebook), passphrase=PHRASE).content)


@pytest.fixture
def open_desk(
    full_notebook: Path,
    full_key: bytes,
    library: Library,
    theme: Theme,
    qtbot: QtBot,
) -> Iterator[OpenDesk]:
    """Opens a copy of that notebook in the real window: `(folder, language)`, folder not there yet."""
    with ExitStack() as ends:

        def open_it(folder: Path, language: str = "fr", library: Library = library) -> Desk:
            if not folder.exists():
                shutil.copytree(full_notebook, folder)
            keys, lock = read_keys(folder), NotebookLock(folder)
            lock.acquire()
            key = VaultKey(key=full_key, vault_id=keys.vault_id, epoch=keys.epoch)
            notebook = Notebook._opened(folder, keys.vault_id, key, lock)
            desk = Desk(qtbot, notebook, library=library, locale=Locale(language), theme=theme)
            ends.callback(desk.close)
            return desk

        yield open_it
