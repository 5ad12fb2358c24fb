"""From damage to an open notebook, with the real covers."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.copies.keep_copies import keep_copies
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.notebook import NOTEBOOK, PERSONAL, Notebook
from app.ui.application import Application
from app.ui.covers.restore import Restore
from app.ui.covers.unlock import Unlock
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from tests import builders
from tests.builders import PHRASE

WAIT = 30_000
Start = Callable[[Path], Application]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """The whole window with settings of the test's own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    started: list[Application] = []

    def begin(notebook: Path) -> Application:
        carnet = Application(qapp, notebook=notebook, language="en")
        started.append(carnet)
        qtbot.addWidget(carnet.window)
        carnet.start()
        return carnet

    yield begin
    for carnet in started:
        carnet.finish()
        carnet._qt_words.speak("en")
    dress(qapp, theme)


@pytest.fixture
def copied(notebook: Notebook, folder: Path) -> Path:
    """A closed notebook whose copy holds one student, and which holds two."""
    builders.kept_student(notebook)
    keep_copies(notebook)
    builders.kept_student(notebook, family_name="Reis")
    notebook.close()
    return folder


def cut(folder: Path) -> None:
    """Everything but the first page is lost."""
    os.truncate(folder / NOTEBOOK, 4096)


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        lambda folder: (folder / NOTEBOOK).unlink(),
        lambda folder: (folder / PERSONAL).unlink(),
        lambda folder: (folder / "keys.json").unlink(),
        lambda folder: (folder / "keys.json").write_text("{}"),
    ],
    ids=["cut", "no-record", "no-notes", "no-keys", "keys-damaged"],
)
def test_damage_leads_to_a_copy_by_itself(
    qtbot: QtBot, start: Start, copied: Path, damage: Callable[[Path], object]
) -> None:
    """The cover offers it, says what would be missing, puts it back, opens it, and keeps the damaged one."""
    damage(copied)
    carnet = start(copied)
    cover = _cover(carnet, Unlock)
    cover._phrase.field.setText(PHRASE)
    assert cover._restore.isHidden()
    cover._try()
    qtbot.waitUntil(lambda: not cover._restore.isHidden(), timeout=WAIT)
    cover._restore.click()
    page = _cover(carnet, Restore)
    qtbot.waitUntil(lambda: page._choose.chosen() is not None, timeout=WAIT)
    assert page._choose.phrase() == PHRASE, "typed once already"
    page.go_on()
    qtbot.waitUntil(page._see.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: _says(page, "1 student"), timeout=WAIT)
    assert carnet.main is None
    page.go_on()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    assert carnet.main.workspace.notebook.folder == copied
    assert carnet.main.workspace.notebook.students.count() == 1
    assert len(list(copied.parent.glob("notebook-former-*"))) == 1
    assert len(list_copies(copied / FOLDER)) == 1


def test_a_wrong_phrase_offers_nothing(qtbot: QtBot, start: Start, copied: Path) -> None:
    """A copy would not help."""
    cover = _cover(start(copied), Unlock)
    cover._phrase.field.setText("une autre phrase")
    cover._try()
    qtbot.waitUntil(lambda: cover._open.isEnabled(), timeout=WAIT)
    assert cover._restore.isHidden()


def test_from_the_open_notebook_what_would_be_missing_is_counted(
    qtbot: QtBot, start: Start, copied: Path
) -> None:
    """It closes first; going back opens nothing and changes nothing."""
    carnet = start(copied)
    cover = _cover(carnet, Unlock)
    cover._phrase.field.setText(PHRASE)
    cover._try()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    carnet.main.workspace.restore_wanted.emit()
    page = _cover(carnet, Restore)
    assert carnet.main is None
    Notebook.open(copied, passphrase=PHRASE).close()
    qtbot.waitUntil(lambda: page._choose.chosen() is not None, timeout=WAIT)
    oldest = page._choose._cards[-1]
    oldest.click()
    page.go_on()
    qtbot.waitUntil(lambda: _says(page, "The phrase is still missing."), timeout=WAIT)
    qtbot.keyClicks(page._choose._phrase.field, PHRASE)
    qtbot.keyClick(page._choose._phrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(page._see.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: _says(page, "New since: 1 student"), timeout=WAIT)
    before = sorted(path.name for path in copied.parent.iterdir())
    page.go_back()
    assert page._choose.isVisible()
    page.go_back()
    assert isinstance(carnet.window.currentWidget(), Unlock)
    assert sorted(path.name for path in copied.parent.iterdir()) == before


def test_a_copy_that_is_damaged_itself_is_said_to_be(qtbot: QtBot, start: Start, copied: Path) -> None:
    """The older one is still there to be chosen; nothing was changed."""
    (copy,) = list_copies(copied / FOLDER)
    older = copy.folder.with_name(copy.folder.name.replace("-2026-", "-2025-"))
    shutil.copytree(copy.folder, older)
    cut(copy.folder)
    cut(copied)
    carnet = start(copied)
    carnet.show_restore(PHRASE)
    page = _cover(carnet, Restore)
    qtbot.waitUntil(lambda: page._choose.chosen() is not None, timeout=WAIT)
    page.go_on()
    qtbot.waitUntil(lambda: "This copy is not whole" in page._failure.accessibleName(), timeout=WAIT)
    assert page._on.isEnabled()
    page._choose._cards[-1].click()
    page.go_on()
    qtbot.waitUntil(page._see.isVisible, timeout=WAIT)


def test_without_a_copy_beside_another_folder_is_asked_for(
    qtbot: QtBot, start: Start, copied: Path, tmp_path: Path
) -> None:
    """The whole folder is lost and the copies are on a stick."""
    stick = tmp_path / "stick"
    (copied / FOLDER).rename(stick)
    shutil.rmtree(copied)
    carnet = start(copied)
    carnet.show_restore(PHRASE)
    page = _cover(carnet, Restore)
    qtbot.waitUntil(lambda: _says(page, "No copy lies beside this notebook."), timeout=WAIT)
    assert not page._on.isEnabled()
    page._choose.folder_chosen.emit(str(tmp_path))
    qtbot.waitUntil(lambda: _says(page, "There is no copy in this folder."), timeout=WAIT)
    page._choose.folder_chosen.emit(str(stick))
    qtbot.waitUntil(lambda: page._choose.chosen() is not None, timeout=WAIT)
    page.go_on()
    qtbot.waitUntil(page._see.isVisible, timeout=WAIT)
    page.go_on()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    assert carnet.main.workspace.notebook.folder == copied


def _cover(carnet: Application, kind: type) -> "QWidget":  # type: ignore[type-arg]
    page = carnet.window.currentWidget()
    assert isinstance(page, kind)
    return page


def _says(page: QWidget, words: str) -> bool:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return any(words in said for said in labels)
