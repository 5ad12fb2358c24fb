"""This computer in the settings and on the cover: off at first, asked for, shown when it cannot be had."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.keys import open_remembered as opening
from app.actions.keys.remember_computer import remember_computer, remembered_until
from app.i18n import Locale
from app.security.keychain import Keychain
from app.storage.notebook import Notebook
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.pages.settings import SettingsPage
from app.ui.settings_sections.this_computer import ThisComputer
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.check_row import CheckRow
from app.ui.workspace import Workspace
from tests.builders import PHRASE
from tests.security import keychains as kinds
from tests.security.keychains import named

WAIT = 20_000
OPEN = "Open without the passphrase"


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The computer has a keychain of this character."""

    def chosen(kind: type, limit: float = 2.0) -> None:
        monkeypatch.setattr(ThisComputer, "keychain", Keychain(backends=named(kind), limit=limit))

    return chosen


def test_it_is_off_and_turned_on_by_whoever_alone_uses_the_computer(
    qtbot: QtBot, workspace: Workspace, use: Callable[..., None]
) -> None:
    """The phrase alone is not enough: first one says that nobody else uses the computer."""
    use(kinds.Faithful)
    page = _open(qtbot, workspace)
    assert _says(page, "Always asks for the passphrase.")
    _fields(page)[0].setText(PHRASE)
    _button(page, "Remember for thirty days").click()
    assert _says(page, "only for a computer that you alone use")
    assert remembered_until(workspace.notebook) is None
    page.findChild(CheckRow).setChecked(True)
    _button(page, "Remember for thirty days").click()
    qtbot.waitUntil(lambda: _says(page, "Opens without the passphrase until"), timeout=WAIT)
    assert remembered_until(workspace.notebook)
    _button(page, "Ask for the passphrase again").click()
    qtbot.waitUntil(lambda: _says(page, "Always asks for the passphrase."), timeout=WAIT)
    assert remembered_until(workspace.notebook) is None


@pytest.mark.parametrize(
    ("kind", "reason"), [(kinds.Unfit, "no keychain"), (kinds.HangingBefore, "did not answer")]
)
def test_what_cannot_be_had_says_why(
    qtbot: QtBot, workspace: Workspace, use: Callable[..., None], kind: type, reason: str
) -> None:
    """No button that does nothing: it is greyed, with the reason beside it."""
    use(kind, limit=0.3)
    page = _open(qtbot, workspace)
    qtbot.waitUntil(lambda: _says(page, reason), timeout=WAIT)
    assert not _button(page, "Remember for thirty days").isEnabled()
    assert not _fields(page)[0].isEnabled()


@pytest.mark.parametrize(
    ("kind", "reason"), [(kinds.Refusing, "refuses"), (kinds.Lying, "does not give back")]
)
def test_a_keychain_that_fails_when_used_is_told(
    qtbot: QtBot, workspace: Workspace, use: Callable[..., None], kind: type, reason: str
) -> None:
    """Nothing is claimed to be remembered."""
    use(kind)
    page = _open(qtbot, workspace)
    page.findChild(CheckRow).setChecked(True)
    _fields(page)[0].setText(PHRASE)
    _button(page, "Remember for thirty days").click()
    qtbot.waitUntil(lambda: _says(page, reason), timeout=WAIT)
    assert remembered_until(workspace.notebook) is None
    assert _button(page, "Remember for thirty days").isEnabled()


def test_the_window_never_waits_for_a_hanging_keychain(
    qtbot: QtBot, workspace: Workspace, use: Callable[..., None]
) -> None:
    """While the keychain hangs for two seconds, the window answers; a busy computer is allowed for."""
    use(kinds.Hanging, limit=2.0)
    page = _open(qtbot, workspace)
    page.findChild(CheckRow).setChecked(True)
    _fields(page)[0].setText(PHRASE)
    stalls, beat, clock = [], QTimer(page), QElapsedTimer()
    beat.timeout.connect(lambda: stalls.append(clock.restart()))
    clock.start()
    beat.start(5)
    _button(page, "Remember for thirty days").click()
    qtbot.waitUntil(lambda: _says(page, "did not answer"), timeout=WAIT)
    beat.stop()
    assert max(stalls) < 1000, sorted(stalls)[-5:]
    assert sorted(stalls)[len(stalls) * 9 // 10] < 100


Cover = Callable[..., Unlock]


@pytest.fixture
def remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed notebook this computer opens by itself, with a keychain that works."""
    monkeypatch.setattr(opening, "Keychain", lambda: Keychain(backends=named(kinds.Faithful), limit=0.5))
    notebook = Notebook.open(folder, passphrase=PHRASE)
    remember_computer(notebook, passphrase=PHRASE, keychain=Keychain(backends=named(kinds.Faithful)))
    notebook.close()
    return folder


@pytest.fixture
def cover(qtbot: QtBot, theme: Theme, locale_en: Locale) -> Iterator[Cover]:
    """Shows the cover of a folder."""
    tasks = Tasks()

    def shown(folder: Path, *, after_lock: bool = False) -> Unlock:
        page = Unlock(theme, locale_en, tasks, folder=folder, after_lock=after_lock)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        return page

    yield shown
    tasks.stop()


def test_the_cover_offers_it_and_one_press_opens(qtbot: QtBot, cover: Cover, remembered: Path) -> None:
    """The end of the thirty days stands on the button."""
    page = cover(remembered)
    qtbot.waitUntil(lambda: bool(_offered(page)), timeout=WAIT)
    with qtbot.waitSignal(page.opened, timeout=WAIT) as opened:
        _offered(page)[0].click()
    opened.args[0].personal.close()
    opened.args[0].notebook.close()


def test_after_a_lock_the_phrase_is_asked(qtbot: QtBot, cover: Cover, remembered: Path) -> None:
    """Whoever locked the notebook is not opened again by a press."""
    page = cover(remembered, after_lock=True)
    qtbot.wait(600)
    assert _offered(page) == []


def test_a_notebook_that_was_never_remembered_offers_nothing(
    qtbot: QtBot, cover: Cover, folder: Path
) -> None:
    """The cover is as it always was."""
    page = cover(folder)
    qtbot.wait(600)
    assert _offered(page) == []


def test_a_keychain_that_lost_the_secret_leads_to_the_phrase(
    qtbot: QtBot, cover: Cover, remembered: Path
) -> None:
    """Why is said, the button goes, the cursor is in the phrase."""
    kinds.Faithful.held.clear()
    page = cover(remembered)
    qtbot.waitUntil(lambda: bool(_offered(page)), timeout=WAIT)
    _offered(page)[0].click()
    qtbot.waitUntil(lambda: _says(page, "holds nothing for this notebook"), timeout=WAIT)
    assert _offered(page) == []
    assert page.focusWidget() is _fields(page)[0]


def _offered(page: Unlock) -> list[QAbstractButton]:
    buttons = page.findChildren(QAbstractButton)
    return [each for each in buttons if each.accessibleName().startswith(OPEN) and each.isVisibleTo(page)]


def _open(qtbot: QtBot, workspace: Workspace) -> SettingsPage:
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.open(Destination("settings", kind="computer"))
    page.show()
    return page


def _fields(page: QWidget) -> list[QLineEdit]:
    return [field for field in page.findChildren(QLineEdit) if field.isVisibleTo(page)]


def _button(page: QWidget, words: str) -> QAbstractButton:
    return next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == words and each.isVisibleTo(page)
    )


def _says(page: QWidget, words: str) -> bool:
    return any(
        words in (getattr(widget, "text", str)() or "") or words in widget.accessibleName()
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
    )
