"""The disk is full when the notebook is locked."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.storage.engine import Engine
from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.fields.typed_fields import typed_in
from app.ui.main_window import MainWindow
from app.ui.pages.letters import LettersPage
from app.ui.widgets.combo_field import ComboField
from tests.ui.locking.hands import open_with_phrase

TYPED = "Il pleut " * 2000
LONG = "Pluie" * 4000


def test_what_the_disk_refused_comes_back_with_the_phrase(carnet: Application, qtbot: QtBot) -> None:
    """Locked all the same, held where nobody reads it, and on the sheet again once it is open."""
    main = carnet.main
    assert main is not None
    main.go(Destination("sheet", form="f1-interview"))
    main.page()._view.focus_question("demand")  # type: ignore[union-attr]
    engine: Engine = main.workspace.notebook._engine
    engine.run("PRAGMA max_page_count = 1")  # SQLite makes that the size it has now
    QApplication.focusWidget().insertPlainText(TYPED)  # type: ignore[attr-defined]
    carnet.lock()
    assert carnet.main is None
    held = carnet.locking._held_back
    assert held._sealed
    assert b"pleut" not in held._sealed
    main = open_with_phrase(qtbot, carnet)
    assert TYPED in str(main.page()._view.raw())  # type: ignore[union-attr]
    assert not held._sealed


@pytest.mark.parametrize("screen", ["paper", "papers", "letters"])
def test_what_was_written_for_a_paper_comes_back_too(carnet: Application, qtbot: QtBot, screen: str) -> None:
    """On the page of a paper, of many papers, of letters: whatever was typed into its longest field."""
    main = carnet.main
    assert main is not None
    notebook = main.workspace.notebook
    record = notebook.interviews.list()[0].id if screen == "paper" else ""
    kind = "interview" if record else ""
    main.go(Destination(screen, kind=kind, record_id=record))  # type: ignore[arg-type]
    notebook._engine.run("PRAGMA max_page_count = 1")
    for field in _fields(main):
        (field.setText if isinstance(field, QLineEdit) else field.setPlainText)(LONG)
    assert LONG in _said_in(main)
    carnet.lock()
    held = carnet.locking._held_back
    assert held._sealed
    assert b"Pluie" not in held._sealed
    main = open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: LONG in _said_in(main))
    assert not held._sealed


def _fields(main: MainWindow) -> list[Any]:
    """Where one types to whom a paper goes, or what a letter says."""
    page: Any = main.page()
    if isinstance(page, LettersPage):
        which = page.choices.findChild(ComboField)
        which.setCurrentIndex(which.count() - 1)
        return list(page.choices.findChildren(QPlainTextEdit))
    fields = [field for part in page.written_on() for field in part.findChildren(QLineEdit)]
    return [field for field in fields if field.accessibleName() == "To whom"]


def _said_in(main: MainWindow) -> str:
    page: Any = main.page()
    parts = [typed_in(part) for part in page.written_on()]
    return str(page.written() if isinstance(page, LettersPage) else parts)


def test_a_defect_in_a_page_does_not_keep_the_notebook_open(
    carnet: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong while a page is asked where one was and what was typed, the files are closed."""
    main, opened = carnet.main, carnet._opened
    assert main is not None
    assert opened is not None
    for name in ("here_again", "keep_everything"):
        monkeypatch.setattr(main, name, lambda: 1 / 0)
    carnet.lock()
    assert isinstance(carnet.window.currentWidget(), Unlock)
    assert repr(opened.notebook._key) == "<VaultKey cleared>"
