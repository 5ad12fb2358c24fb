"""The open notebook as pages get it: a real one, a real worker, the shipped forms, English sentences."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import fonts
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from app.ui.workspace import Workspace
from tests.ui.unanswered import nobody_waits


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """What is shown is held until it is closed, as the program holds its window.

    Of itself pytest-qt holds it weakly: a page could be cleared away while it is painted.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **told: object) -> None:
        held.append(widget)
        add(widget, **told)

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    with nobody_waits():
        yield qtbot
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    held.clear()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, worn by the whole application."""
    fonts.register()
    light = Theme("light")
    dress(qapp, light)
    return light


@pytest.fixture
def workspace(notebook: Notebook, library: Library, locale_en: Locale, theme: Theme) -> Iterator[Workspace]:
    """What a page is given."""
    personal = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    tasks = Tasks()
    given = Workspace(
        notebook, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks
    )
    yield given
    tasks.give_up()  # what comes late finds the notebook shut, here as after the lock
    tasks.stop()
    personal.close()


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """The open notebook on a screen of 1366 by 768; closed as a person closes it."""
    shown = MainWindow(workspace)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.leave_everything()
    workspace.tasks.submit(lambda: None).result()
