"""The cover with the recovery code: slips are named, the right code leads to a new phrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.keep_recovery_sheet import keep_recovery_sheet
from app.errors import CodeMistyped, NoRecoverySheet, WrongCode
from app.i18n import Locale
from app.security.recovery_code import groups
from app.storage.notebook import Notebook
from app.ui.covers.recover import Recover
from app.ui.opening import Opened
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from tests.builders import PHRASE, TODAY

WAIT = 20_000
OTHER = "cinq tasses bleues au grenier"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, locale_en: Locale, folder: Path) -> Iterator[Recover]:
    """The cover of a notebook without a sheet."""
    tasks = Tasks()
    shown = Recover(theme, locale_en, tasks, folder=folder)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    yield shown
    tasks.stop()


@pytest.fixture
def sheet(folder: Path) -> list[str]:
    """The groups of a sheet that counts."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    code, made = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    notebook.close()
    return made.groups


def test_the_code_and_a_new_phrase_open(qtbot: QtBot, page: Recover, sheet: list[str], folder: Path) -> None:
    """By the keyboard: the code, Enter, the new phrase twice, Enter."""
    _type(qtbot, page, "".join(sheet).lower())
    qtbot.waitUntil(lambda: len(_fields(page)) == 2, timeout=WAIT)
    assert page.focusWidget() is _fields(page)[0]
    for field in _fields(page):
        field.setText(OTHER)
    with qtbot.waitSignal(page.opened, timeout=WAIT) as opened:
        qtbot.keyClick(_fields(page)[1], Qt.Key.Key_Return)
    got: Opened = opened.args[0]
    assert got.notebook.folder == folder
    got.personal.close()
    got.notebook.close()
    Notebook.open(folder, passphrase=OTHER).close()


def test_a_slip_names_its_group(qtbot: QtBot, page: Recover, sheet: list[str]) -> None:
    """One wrong sign in the fourth group is told as such, and the code stays to be corrected."""
    wrong = [*sheet]
    wrong[3] = ("0" if wrong[3][0] != "0" else "1") + wrong[3][1:]
    _type(qtbot, page, " ".join(wrong))
    qtbot.waitUntil(lambda: bool(_said(page)), timeout=WAIT)
    assert _said(page) == CodeMistyped(groups=[4]).said(Locale("en"))
    assert _fields(page)[0].text() == " ".join(wrong)


def test_another_sheet_and_no_sheet_are_told_apart(qtbot: QtBot, page: Recover) -> None:
    """Without any sheet it is said that there is none."""
    _type(qtbot, page, " ".join(groups(bytes(20))))
    qtbot.waitUntil(lambda: bool(_said(page)), timeout=WAIT)
    assert _said(page) == NoRecoverySheet().said(Locale("en"))


def test_a_code_of_another_notebook_is_told(qtbot: QtBot, page: Recover, sheet: list[str]) -> None:
    """A code without slips that is not this notebook's: look at number and date."""
    _type(qtbot, page, " ".join(groups(bytes(20))))
    qtbot.waitUntil(lambda: bool(_said(page)), timeout=WAIT)
    assert _said(page) == WrongCode().said(Locale("en"))


def test_a_weak_new_phrase_is_refused(qtbot: QtBot, page: Recover, sheet: list[str], folder: Path) -> None:
    """The way back in is no way around a good phrase."""
    _type(qtbot, page, " ".join(sheet))
    qtbot.waitUntil(lambda: len(_fields(page)) == 2, timeout=WAIT)
    for field in _fields(page):
        field.setText("moulin")
    qtbot.keyClick(_fields(page)[1], Qt.Key.Key_Return)
    assert _said(page) == "This phrase is too easy to find."
    Notebook.open(folder, passphrase=PHRASE).close()


def test_seven_words_can_be_drawn(qtbot: QtBot, page: Recover, sheet: list[str]) -> None:
    """Drawn words are shown, judged like any phrase, and have to be typed again."""
    _type(qtbot, page, " ".join(sheet))
    qtbot.waitUntil(lambda: len(_fields(page)) == 2, timeout=WAIT)
    draw = next(
        each for each in page.findChildren(QAbstractButton) if each.accessibleName() == "Draw seven words"
    )
    draw.click()
    first, again = _fields(page)
    assert len(first.text().split()) == 7
    assert first.echoMode() == QLineEdit.EchoMode.Normal
    assert not again.text()
    assert page.focusWidget() is again
    said = " ".join(getattr(each, "text", str)() for each in page.findChildren(QWidget))
    assert "each drawn by chance" in said
    assert "90 bits" in said


def test_one_may_go_back(qtbot: QtBot, page: Recover) -> None:
    """Found the phrase after all."""
    with qtbot.waitSignal(page.left):
        next(
            b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Back to the passphrase"
        ).click()


def _type(qtbot: QtBot, page: Recover, code: str) -> None:
    field = _fields(page)[0]
    assert page.focusWidget() is field
    qtbot.keyClicks(field, code)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _fields(page: QWidget) -> list[QLineEdit]:
    return [field for field in page.findChildren(QLineEdit) if field.isVisibleTo(page)]


def _said(page: QWidget) -> str:
    banners = [banner for banner in page.findChildren(Banner) if banner.isVisibleTo(page)]
    return banners[0].accessibleName() if banners else ""
