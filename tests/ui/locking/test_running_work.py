"""Something is under way when the notebook is locked: rolled back or finished, and told afterwards."""

import multiprocessing
import time
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.widgets.banner import Banner
from tests import builders
from tests.ui.locking.hands import WAIT, open_with_phrase, press_lock

SHUT = 1.0  # seconds


def test_an_import_is_rolled_back_and_told(carnet: Application, qtbot: QtBot, tmp_path: Path) -> None:
    """In the middle of writing a school's list: shut in time, not a line of it there, and said so."""
    main = carnet.main
    assert main is not None
    before = main.workspace.notebook.students.count()
    lines = [f"Nom{n % 400};Vor{n};{1 + n % 28:02}.03.2011;5G2" for n in range(6000)]
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Prénom;Né(e) le;Classe\n" + "\n".join(lines), encoding="utf-8")
    main.go(Destination("roster"))
    page: Any = main.page()
    page.read(path)
    qtbot.waitUntil(lambda: page._plan is not None, timeout=WAIT)
    phases: list[str] = []
    page._import()
    page._watch.moved.connect(lambda phase, *_: phases.append(phase))
    qtbot.waitUntil(lambda: "writing" in phases, timeout=WAIT)
    _lock_in_time(carnet, qtbot)
    main = open_with_phrase(qtbot, carnet)
    assert main.workspace.notebook.students.count() == before
    assert main.workspace.notebook.damage() == []
    qtbot.waitUntil(lambda: "Stopped by the lock" in _said(carnet), timeout=WAIT)
    assert "the class list" in _said(carnet)
    assert path.exists()


def test_what_is_typed_does_not_wait_for_a_long_change(carnet: Application, qtbot: QtBot) -> None:
    """Typed while an import holds the notebook: shut in time, the half sentence is kept, not the import."""
    main = carnet.main
    assert main is not None
    notebook, begun = main.workspace.notebook, Event()
    before = notebook.students.count()

    def change() -> None:
        with notebook.change():
            until = time.monotonic() + 20
            while time.monotonic() < until:
                notebook.students.save(builders.student())
                begun.set()

    main.go(Destination("sheet", form="f1-interview"))
    page: Any = main.page()
    page._view.focus_question("demand")
    main.workspace.tasks.run(change, done=lambda _: None, name="the class list")
    qtbot.waitUntil(begun.is_set, timeout=WAIT)
    qtbot.keyClicks(QApplication.focusWidget(), "Elle hesite enco")
    _lock_in_time(carnet, qtbot)
    main = open_with_phrase(qtbot, carnet)
    page = main.page()
    assert "Elle hesite enco" in str(page._view.raw())
    assert main.workspace.notebook.students.count() == before
    assert main.workspace.notebook.damage() == []
    qtbot.waitUntil(lambda: "Stopped by the lock" in _said(carnet), timeout=WAIT)


def test_a_copy_leaves_nothing_half_made(carnet: Application, qtbot: QtBot, tmp_path: Path) -> None:
    """Neither a folder nor a process stays behind, and one is told to make the copy again."""
    main = carnet.main
    assert main is not None
    place = tmp_path / "stick"
    place.mkdir()
    main.workspace.copy_to(place, done=lambda _: None)
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=WAIT)
    _lock_in_time(carnet, qtbot)
    qtbot.waitUntil(lambda: not multiprocessing.active_children(), timeout=WAIT)
    open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: "Stopped by the lock" in _said(carnet), timeout=WAIT)
    assert "the copy" in _said(carnet)
    assert list(place.iterdir()) == []


def test_what_needed_no_key_any_more_is_told_as_finished(carnet: Application, qtbot: QtBot) -> None:
    """Work that came to its end by itself is not called stopped."""
    main = carnet.main
    assert main is not None
    begun = Event()

    def work() -> None:
        begun.set()
        time.sleep(0.2)

    main.workspace.tasks.run(work, done=lambda _: None, name="the package")
    qtbot.waitUntil(begun.is_set, timeout=WAIT)
    _lock_in_time(carnet, qtbot)
    qtbot.wait(300)
    open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: "Finished although" in _said(carnet), timeout=WAIT)
    assert "the package" in _said(carnet)


def test_nothing_is_told_where_nothing_was_under_way(carnet: Application, qtbot: QtBot) -> None:
    """A lock like any other is opened again without a word."""
    _lock_in_time(carnet, qtbot)
    open_with_phrase(qtbot, carnet)
    qtbot.wait(100)
    assert _said(carnet) == ""


def _lock_in_time(carnet: Application, qtbot: QtBot) -> None:
    assert carnet._opened is not None
    key, began = carnet._opened.notebook._key, time.perf_counter()
    press_lock()
    assert isinstance(carnet.window.currentWidget(), Unlock)
    qtbot.waitUntil(lambda: repr(key) == "<VaultKey cleared>", timeout=WAIT)
    shut = time.perf_counter() - began
    assert shut < SHUT, f"{shut:.3f} s until it was shut"


def _said(carnet: Application) -> str:
    assert carnet.main is not None
    banner: Banner = carnet.main._failures._banner
    return banner.accessibleName() if banner.isVisible() else ""
