"""The cover: the phrase opens, everything else is told and leaves the notebook as it was."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.errors import CarnetError, KeysMissing, NotANotebook, NotebookInUse, WrongPassphrase
from app.i18n import Locale
from app.storage.notebook import PERSONAL, Notebook
from app.ui.covers.demonstration import PHRASE as DEMONSTRATION_PHRASE
from app.ui.covers.demonstration import is_demonstration, new_folder
from app.ui.covers.unlock import Unlock
from app.ui.opening import Opened
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from tests.builders import PHRASE

WAIT = 20_000
Make = Callable[[Path], Unlock]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, locale_en: Locale) -> Iterator[Make]:
    """Shows the cover of a folder."""
    tasks = Tasks()

    def shown(folder: Path) -> Unlock:
        page = Unlock(theme, locale_en, tasks, folder=folder)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        return page

    yield shown
    tasks.stop()


def test_the_phrase_opens(qtbot: QtBot, make: Make, folder: Path) -> None:
    """Typing the phrase and Enter opens the notebook with its personal notes."""
    page = make(folder)
    qtbot.keyClicks(_field(page), PHRASE)
    with qtbot.waitSignal(page.opened, timeout=WAIT) as opened:
        qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    got: Opened = opened.args[0]
    assert got.notebook.folder == folder
    assert got.library.forms
    got.personal.close()
    got.notebook.close()


def test_the_cursor_is_where_the_phrase_is_typed(qtbot: QtBot, make: Make, folder: Path) -> None:
    """Nothing has to be clicked before typing, and the letters are hidden."""
    page = make(folder)
    qtbot.waitExposed(page)
    assert page.focusWidget() is _field(page)
    assert _field(page).echoMode() == QLineEdit.EchoMode.Password
    assert _field(page).accessibleName() == "Passphrase"


def test_a_wrong_phrase_is_said_and_can_be_typed_again(qtbot: QtBot, make: Make, folder: Path) -> None:
    """The sentence stands under the field, the phrase is selected, and no byte of the notebook changed."""
    before = _hashes(folder)
    page = make(folder)
    _try(qtbot, page, "une autre phrase")
    assert _said(page) == WrongPassphrase().said(Locale("en"))
    assert _field(page).selectedText()
    assert _field(page).isEnabled()
    assert not _field(page).isReadOnly()
    assert _hashes(folder) == before


@pytest.mark.parametrize("failure", [NotANotebook, KeysMissing, NotebookInUse])
def test_what_is_wrong_has_its_own_words(
    qtbot: QtBot, make: Make, folder: Path, failure: type[CarnetError]
) -> None:
    """A folder that is none, missing keys, another window: never called a wrong phrase."""
    holder = Notebook.open(folder, passphrase=PHRASE) if failure is NotebookInUse else None
    if failure is NotANotebook:
        folder = folder.parent / "elsewhere"
        folder.mkdir()
    elif failure is KeysMissing:
        (folder / "keys.json").unlink()
    page = make(folder)
    _try(qtbot, page, PHRASE)
    if holder is None:
        assert _said(page) == failure().said(Locale("en"))
    else:
        assert _said(page).startswith("This notebook is already open in another window, since ")
        holder.close()


def test_a_notebook_left_open_elsewhere_waits_for_a_decision(qtbot: QtBot, make: Make, folder: Path) -> None:
    """The computer is named and one press opens the notebook here; no other failure offers that."""
    page = make(folder)
    anyway = _button(page, "Open here anyway")
    _try(qtbot, page, "une autre phrase")
    assert not anyway.isVisible()
    (folder / "notebook.open").write_text('{"computer": "salle-12", "since": "2026-11-12T09:30:00Z"}')
    page = make(folder)
    anyway = _button(page, "Open here anyway")
    _try(qtbot, page, PHRASE)
    assert "salle-12" in _said(page)
    assert anyway.isVisible()
    with qtbot.waitSignal(page.opened, timeout=WAIT) as opened:
        anyway.click()
    got: Opened = opened.args[0]
    got.personal.close()
    got.notebook.close()


def test_nobody_is_named_on_the_cover(qtbot: QtBot, make: Make, folder: Path) -> None:
    """Whoever sees the closed notebook learns neither the name nor the school."""
    page = make(folder)
    shown = " ".join(map(_words, page.findChildren(QWidget)))
    assert "Aubrin" not in shown
    assert "Moulin" not in shown
    assert str(folder) not in shown


def test_a_demonstration_tells_its_phrase(
    qtbot: QtBot, make: Make, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invented people need no secret; a real notebook never shows one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    invented = new_folder()
    assert is_demonstration(invented)
    assert invented.parent == paths.demonstrations()
    page = make(invented)
    assert DEMONSTRATION_PHRASE in " ".join(map(_words, page.findChildren(QWidget)))
    assert not is_demonstration(folder)
    page = make(folder)
    assert DEMONSTRATION_PHRASE not in " ".join(map(_words, page.findChildren(QWidget)))


def test_other_ways_from_the_cover(qtbot: QtBot, make: Make, folder: Path) -> None:
    """A new notebook and another language are one press away."""
    page = make(folder)
    with qtbot.waitSignal(page.new_wanted):
        _button(page, "New notebook…").click()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        _button(page, "Français").click()
    assert chosen.args == ["fr"]


def _field(page: Unlock) -> QLineEdit:
    return next(field for field in page.findChildren(QLineEdit))


def _button(page: QWidget, words: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == words)


def _try(qtbot: QtBot, page: Unlock, phrase: str) -> None:
    qtbot.keyClicks(_field(page), phrase)
    qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_said(page)), timeout=WAIT)


def _said(page: Unlock) -> str:
    banners = [banner for banner in page.findChildren(Banner) if banner.isVisibleTo(page)]
    return banners[0].accessibleName() if banners else ""


def _words(widget: QWidget) -> str:
    return f"{getattr(widget, 'text', str)()} {widget.accessibleName()} {widget.toolTip()}"


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix in (".db", ".json")
    }


def test_lost_notes_do_not_keep_the_record_shut(qtbot: QtBot, make: Make, folder: Path) -> None:
    """It says what is missing, makes nothing by itself, and opens with an empty file once that was asked."""
    (folder / PERSONAL).unlink()
    page = make(folder)
    qtbot.keyClicks(_field(page), PHRASE)
    qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    without = _button(page, "Open without my notes")
    qtbot.waitUntil(without.isVisible, timeout=WAIT)
    assert not (folder / PERSONAL).exists()
    with qtbot.waitSignal(page.opened, timeout=WAIT) as opened:
        qtbot.mouseClick(without, Qt.MouseButton.LeftButton)
    got: Opened = opened.args[0]
    assert got.personal.due(date.max) == []
    assert got.notebook.damage() == []
    got.personal.close()
    got.notebook.close()
