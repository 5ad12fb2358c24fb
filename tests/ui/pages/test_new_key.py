"""The change of the key in the settings: checked here, done on the closed notebook."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.keep_recovery_sheet import keep_recovery_sheet
from app.errors import CodeMistyped, KeyNotChanged, WrongPassphrase
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.covers.changing_key import ChangingKey
from app.ui.destination import Destination
from app.ui.pages.settings import SettingsPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace
from tests.builders import PHRASE, TODAY

WAIT = 30_000


def test_it_is_said_in_plain_words_when_it_is_needed(qtbot: QtBot, workspace: Workspace) -> None:
    """Before anything is asked: what for, what happens, what remains to be done."""
    page = _open(qtbot, workspace)
    assert _says(page, "another phrase is not enough")
    assert _says(page, "nothing is lost")
    assert _says(page, "Copies made before open with the former key")
    assert _says(page, "the same key since it was made")
    assert len(_fields(page)) == 1  # no sheet, so no code is asked for


def test_a_wrong_phrase_keeps_the_notebook_open(qtbot: QtBot, workspace: Workspace) -> None:
    """Told on the page; nothing is closed for it."""
    page = _open(qtbot, workspace)
    _fields(page)[0].setText("une autre phrase")
    with qtbot.assertNotEmitted(workspace.key_change_wanted, wait=1):
        _button(page, "Change the key").click()
        qtbot.waitUntil(lambda: _says(page, WrongPassphrase().said(Locale("en"))), timeout=WAIT)


def test_the_right_phrase_and_code_ask_for_the_change(qtbot: QtBot, workspace: Workspace) -> None:
    """With a sheet its code is asked for too, a slip in it is named, and both go where the change is made."""
    code, sheet = begin_recovery_sheet(workspace.notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(workspace.notebook, passphrase=PHRASE, code=code)
    page = _open(qtbot, workspace)
    phrase, typed = _fields(page)
    phrase.setText(PHRASE)
    typed.setText("00000 " + " ".join(sheet.groups[1:]))
    _button(page, "Change the key").click()
    qtbot.waitUntil(lambda: _says(page, CodeMistyped(groups=[1]).said(Locale("en"))), timeout=WAIT)
    typed.setText(" ".join(sheet.groups))
    with qtbot.waitSignal(workspace.key_change_wanted, timeout=WAIT) as wanted:
        _button(page, "Change the key").click()
    assert wanted.args == [PHRASE, code]


@pytest.fixture
def cover(qtbot: QtBot, theme: Theme, locale_en: Locale, folder: Path):
    """The cover that changes the key of a closed notebook."""
    tasks = Tasks()
    page = ChangingKey(theme, locale_en, tasks, folder=folder)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    yield page
    tasks.stop()


def test_the_closed_notebook_comes_back_under_another_key(
    qtbot: QtBot, cover: ChangingKey, folder: Path
) -> None:
    """Without a further question it opens again; the key file says it is the second key."""
    with qtbot.waitSignal(cover.opened, timeout=WAIT) as opened:
        cover.begin(PHRASE, None)
    got = opened.args[0]
    assert got.notebook._key.epoch == 2
    got.personal.close()
    got.notebook.close()
    Notebook.open(folder, passphrase=PHRASE).close()


def test_a_change_that_fails_leads_back_to_the_cover(qtbot: QtBot, cover: ChangingKey, folder: Path) -> None:
    """It says that nothing changed, and the way on is under the cursor."""
    raw = bytearray((folder / "personal.db").read_bytes())
    raw[len(raw) // 2] ^= 1
    (folder / "personal.db").write_bytes(raw)
    cover.begin(PHRASE, None)
    said = KeyNotChanged().said(Locale("en"))
    qtbot.waitUntil(
        lambda: any(said == each.accessibleName() for each in cover.findChildren(Banner)), timeout=WAIT
    )
    with qtbot.waitSignal(cover.left):
        _button(cover, "To the cover").click()


def _open(qtbot: QtBot, workspace: Workspace) -> SettingsPage:
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.open(Destination("settings", kind="key"))
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
