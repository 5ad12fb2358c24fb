"""The disk is full when the notebook is locked."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.storage.engine import Engine
from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from tests.ui.locking.hands import open_with_phrase

TYPED = "Il pleut " * 2000


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
