"""From the cover to the open notebook and back, with the real windows."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.actions.keys.remember_computer import remember_computer
from app.i18n import Locale
from app.security.keychain import Keychain
from app.storage.notebook import Notebook
from app.ui.application import Application
from app.ui.covers.first_start import FirstStart
from app.ui.covers.recover import Recover
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.fields.student_field import StudentField
from app.ui.main_window import MainWindow
from app.ui.strips.demonstration_strip import DemonstrationStrip
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from tests.builders import PHRASE
from tests.security import keychains
from tests.security.keychains import named

WAIT = 30_000
Start = Callable[..., Application]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Starts the whole window with settings and data of the test's own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    started: list[Application] = []

    def begin(notebook: Path | None = None, language: str | None = None) -> Application:
        carnet = Application(qapp, notebook=notebook, language=language)
        started.append(carnet)
        qtbot.addWidget(carnet.window)
        carnet.start()
        return carnet

    yield begin
    for carnet in started:
        carnet.finish()
        carnet._qt_words.speak("en")
    dress(qapp, theme)


def test_without_a_notebook_the_first_start_is_shown(start: Start) -> None:
    """The very first time questions are asked, none of them about a phrase one does not have."""
    carnet = start()
    assert isinstance(carnet.window.currentWidget(), FirstStart)
    assert carnet.window.windowTitle() == "Carnet"


def test_the_last_notebook_waits_on_its_cover(start: Start, qtbot: QtBot, folder: Path) -> None:
    """A notebook once opened is the one proposed the next day."""
    carnet = start(folder)
    _open(qtbot, carnet, PHRASE)
    assert carnet.finish()
    again = start()
    assert isinstance(again.window.currentWidget(), Unlock)
    _open(qtbot, again, PHRASE)


def test_locking_closes_and_the_phrase_brings_back_the_same_place(
    start: Start, qtbot: QtBot, folder: Path
) -> None:
    """The cover hides everything within one call, the files are shut, and one goes on where one was."""
    carnet = start(folder)
    main = _open(qtbot, carnet, PHRASE)
    main.go(Destination("settings", kind="copy"))
    carnet.lock()
    assert isinstance(carnet.window.currentWidget(), Unlock)
    assert carnet.main is None
    Notebook.open(folder, passphrase=PHRASE).close()  # nobody holds it any more
    main = _open(qtbot, carnet, PHRASE)
    assert (main.here.screen, main.here.kind) == ("settings", "copy")


def test_a_quick_contact_can_be_asked_for_on_the_cover(start: Start, qtbot: QtBot, folder: Path) -> None:
    """Ctrl+N, the phrase, and the cursor is in the name; the next time one is where one was."""
    carnet = start(folder)
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    cover.activateWindow()
    qtbot.waitUntil(cover.isActiveWindow)
    QTest.keySequence(cover, QKeySequence("Ctrl+N"))
    main = _open(qtbot, carnet, PHRASE)
    assert (main.here.screen, main.here.form) == ("sheet", "f1-interview")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), StudentField))
    main.go(Destination("settings"))
    carnet.lock()
    assert _open(qtbot, carnet, PHRASE).here.screen == "settings"


def test_another_notebook_begins_with_its_own_day(
    start: Start, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    """Where one was in a notebook means nothing in another one."""
    other = tmp_path / "other"
    carnet = start(folder)
    _open(qtbot, carnet, PHRASE).go(Destination("settings"))
    carnet.lock()
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    shutil.copytree(folder, other)
    cover.existing_wanted.emit(str(other))
    main = _open(qtbot, carnet, PHRASE)
    assert main.workspace.notebook.folder == other
    assert main.here == Destination("today")


def test_the_demonstration_is_marked_and_not_remembered(start: Start, qtbot: QtBot) -> None:
    """Every screen says that the people are invented, and the next start asks for a real notebook."""
    carnet = start(language="en")
    page = carnet.window.currentWidget()
    assert isinstance(page, FirstStart)
    page._demonstrate()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    assert carnet.main.findChild(DemonstrationStrip) is not None
    assert carnet.window.windowTitle() == "Carnet"
    assert settings.load().last_notebook == ""
    assert carnet.finish()
    assert isinstance(start().window.currentWidget(), FirstStart)


def test_a_real_notebook_carries_no_such_mark(start: Start, qtbot: QtBot, folder: Path) -> None:
    """What is written in earnest is never called a demonstration."""
    main = _open(qtbot, start(folder), PHRASE)
    assert main.findChild(DemonstrationStrip) is None


def test_language_and_looks_change_at_once_and_stay(start: Start, qtbot: QtBot, folder: Path) -> None:
    """A choice in the settings shows the same place again in the new look, today and tomorrow."""
    carnet = start(folder, language="fr")
    main = _open(qtbot, carnet, PHRASE)
    main.go(Destination("settings", kind="window"))
    changed = carnet.settings._replace(language="en", theme="dark", text_size=150)
    main.workspace.settings_wanted.emit(changed)
    assert carnet.main is not main
    assert carnet.main is not None
    assert (carnet.main.here.screen, carnet.main.here.kind) == ("settings", "window")
    assert (carnet.theme.name, carnet.theme.scale, carnet.locale.code) == ("dark", 1.5, "en")
    assert settings.load() == changed


def test_the_cover_speaks_the_chosen_language_and_keeps_the_answers(start: Start, qtbot: QtBot) -> None:
    """Changing the language at the first start asks nothing twice."""
    carnet = start(language="fr")
    page = carnet.window.currentWidget()
    assert isinstance(page, FirstStart)
    page.answers.name = "Claire Aubrin"
    page.language_chosen.emit("en")
    again = carnet.window.currentWidget()
    assert isinstance(again, FirstStart)
    assert again is not page
    assert again.answers.name == "Claire Aubrin"
    assert carnet.locale.code == "en"
    assert settings.load().language == "en"


def test_closing_the_window_closes_the_notebook(start: Start, qtbot: QtBot, folder: Path) -> None:
    """Nobody is asked, and nothing stays open behind."""
    carnet = start(folder)
    _open(qtbot, carnet, PHRASE)
    assert carnet.window.close()
    assert carnet.main is None
    Notebook.open(folder, passphrase=PHRASE).close()


def test_what_nobody_foresaw_is_told_in_one_sentence(start: Start, qtbot: QtBot, folder: Path) -> None:
    """A defect shows a sentence over the page, without the words of the exception."""
    carnet = start(folder, language="en")
    main = _open(qtbot, carnet, PHRASE)
    carnet.broke.emit(ValueError("Inês Da Costa"))
    said = " ".join(widget.accessibleName() for widget in main.findChildren(QWidget) if widget.isVisible())
    assert "Something unexpected happened" in said
    assert "Inês" not in said


def _open(qtbot: QtBot, carnet: Application, phrase: str) -> MainWindow:
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    cover._phrase.field.setText(phrase)
    cover._try()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    return carnet.main


def test_after_a_change_of_key_one_is_where_one_was(start: Start, qtbot: QtBot, folder: Path) -> None:
    """The notebook closes, comes back under another key, and the settings stand open as before."""
    carnet = start(folder)
    _open(qtbot, carnet, PHRASE)
    assert carnet.main is not None
    before = carnet.main
    before.go(Destination("settings", kind="key"))
    before.workspace.key_change_wanted.emit(PHRASE, None)
    assert carnet.main is None
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not before
    assert carnet.main.here == Destination("settings", kind="key")
    assert carnet.main.workspace.notebook._key.epoch == 2


def test_whoever_leaves_while_it_opens_finds_it_closed(start: Start, qtbot: QtBot, folder: Path) -> None:
    """A change of key takes minutes, a phrase a second: locked meanwhile, the phrase is asked for."""
    carnet = start(folder)
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    QTest.keyClick(carnet.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    main = _open(qtbot, carnet, PHRASE)
    main.go(Destination("settings", kind="key"))
    main.workspace.key_change_wanted.emit(PHRASE, None)
    QTest.keyClick(carnet.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(carnet.window.currentWidget(), Unlock), timeout=WAIT)
    assert carnet.main is None
    Notebook.open(folder, passphrase=PHRASE).close()
    assert _open(qtbot, carnet, PHRASE).here == Destination("settings", kind="key")


def test_from_the_cover_to_the_recovery_code_and_back(start: Start, qtbot: QtBot, folder: Path) -> None:
    """Whoever lost the phrase finds the way on the cover, and back when the phrase comes to mind."""
    carnet = start(folder)
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    cover.recovery_wanted.emit()
    page = carnet.window.currentWidget()
    assert isinstance(page, Recover)
    page.left.emit()
    assert isinstance(carnet.window.currentWidget(), Unlock)


def test_only_the_first_cover_may_open_by_itself(start: Start, qtbot: QtBot, folder: Path) -> None:
    """The lock asks for the phrase, also on a computer that opens the notebook when Carnet starts."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    chain = Keychain(backends=named(keychains.Faithful))
    remember_computer(notebook, passphrase=PHRASE, keychain=chain)
    notebook.close()
    carnet = start(folder)
    first = carnet.window.currentWidget()
    assert isinstance(first, Unlock)
    qtbot.waitUntil(lambda: _offers_itself(first), timeout=WAIT)
    _open(qtbot, carnet, PHRASE)
    carnet.lock()
    after = carnet.window.currentWidget()
    assert isinstance(after, Unlock)
    assert after is not first
    qtbot.wait(300)
    assert carnet._locked == {folder}
    assert not _offers_itself(after)


def _offers_itself(cover: Unlock) -> bool:
    words = Locale(cover._locale.code).text("Open without the passphrase")
    buttons = [each for each in cover.findChildren(QAbstractButton) if each.isVisibleTo(cover)]
    return any(each.accessibleName().startswith(words) for each in buttons)
