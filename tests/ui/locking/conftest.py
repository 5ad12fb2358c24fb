"""The whole program on a notebook that has been written in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.storage.notebook import Notebook
from app.ui.application import Application
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from tests import builders
from tests.ui.locking.hands import open_with_phrase
from tests.ui.paper.print_server import prints_by_cups

Open = Callable[[], Application]
collect_ignore = [] if prints_by_cups() else ["test_lock_while_printing.py"]


@pytest.fixture
def open_carnet(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    notebook: Notebook,
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Starts Carnet in English on a notebook with a student, and opens it with the phrase."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    student = builders.kept_student(notebook)
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
        notebook.partners.save(builders.partner())
    builders.finished(notebook, library, student_id=student.id, values={"demand": "Le pigeonnier me manque."})
    folder = notebook.folder
    notebook.close()
    started: list[Application] = []

    def begin() -> Application:
        carnet = Application(qapp, notebook=folder, language="en")
        started.append(carnet)
        qtbot.addWidget(carnet.window)
        carnet.start()
        open_with_phrase(qtbot, carnet)
        return carnet

    yield begin
    for carnet in started:
        carnet.finish()
        carnet._qt_words.speak("en")
    dress(qapp, theme)


@pytest.fixture
def carnet(open_carnet: Open) -> Application:
    """The open notebook in its window."""
    return open_carnet()
