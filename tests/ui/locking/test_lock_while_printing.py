"""Locked while a paper is on its way to the printer: shut in time, the paper whole, told afterwards."""

import multiprocessing
import pickle
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.storage.notebook import Notebook
from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.pages.paper import PaperPage
from app.ui.paper.pdf_pages import page_count
from tests.builders import PHRASE
from tests.ui.locking.conftest import Open
from tests.ui.locking.hands import WAIT, open_with_phrase, press_lock
from tests.ui.paper.print_server import PrintServer, print_server

RECEIVER = "Office national de l’enfance"
HIDDEN, SHUT = 0.2, 1.0  # seconds


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PrintServer]:
    """A printer, and nothing of a paper anywhere once the test is over."""
    before = set(_left())
    with print_server(tmp_path / "server") as server:
        yield server
    assert set(_left()) <= before


def test_what_is_at_the_printer_s_door_comes_out_whole(
    carnet: Application, qtbot: QtBot, server: PrintServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Hidden and shut although the printing system keeps us waiting; one line in the ledger, after that."""
    (tmp_path / "disk").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "disk"))
    server.hold()
    page = _print(carnet, qtbot)
    pdf = page.shown()
    qtbot.waitUntil(lambda: server.is_reached, timeout=WAIT)
    assert list((tmp_path / "disk").iterdir()) == []
    assert page._news._icon._icon == "clock", "nothing is ticked before it is out"
    (paper,) = carnet.locking.prints._papers
    _lock_in_time(carnet, qtbot)
    assert paper.held
    assert RECEIVER.encode() not in paper.held
    assert not hasattr(paper, "notings")
    assert server.papers == []
    server.go_on()
    qtbot.waitUntil(lambda: paper.is_over, timeout=WAIT)
    assert [page_count(one) for one in server.papers] == [page_count(pdf)]
    assert b"Carnet" in server.asked[0]
    assert RECEIVER.encode() not in server.asked[0]
    main = open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: "Finished although the notebook was locked: the printing" in _said(carnet))
    assert _lines(main.workspace.notebook) == [("printed", RECEIVER)]
    assert carnet.locking.prints._papers == []
    assert main.workspace.notebook.preferences.get("being_printed") is None


def test_what_takes_longer_than_the_lock_is_noted_when_it_is_out(
    carnet: Application, qtbot: QtBot, server: PrintServer
) -> None:
    """Open again before the paper is: no line yet, then the line, and it is said."""
    server.hold()
    _print(carnet, qtbot)
    qtbot.waitUntil(lambda: server.is_reached, timeout=WAIT)
    _lock_in_time(carnet, qtbot)
    main = open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: carnet.locking.prints._workspace is main.workspace, timeout=WAIT)
    assert _lines(main.workspace.notebook) == []
    assert _said(carnet) == ""
    server.go_on()
    qtbot.waitUntil(lambda: "the printing of a paper" in _said(carnet), timeout=WAIT)
    assert _lines(main.workspace.notebook) == [("printed", RECEIVER)]


def test_a_printer_that_vanished_meanwhile_is_told(
    carnet: Application, qtbot: QtBot, server: PrintServer
) -> None:
    """And the ledger says nothing."""
    server.hold()
    _print(carnet, qtbot)
    qtbot.waitUntil(lambda: server.is_reached, timeout=WAIT)
    (paper,) = carnet.locking.prints._papers
    _lock_in_time(carnet, qtbot)
    server.vanish()
    server.go_on()
    qtbot.waitUntil(lambda: paper.is_over, timeout=WAIT)
    main = open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: "The printer stopped before the end" in _said(carnet), timeout=WAIT)
    assert "Finished" not in _said(carnet)
    assert _lines(main.workspace.notebook) == []


def test_a_process_that_is_ended_prints_nothing(
    carnet: Application, qtbot: QtBot, server: PrintServer
) -> None:
    """Killed before it handed over: no half paper, no line, no file, and said."""
    _print(carnet, qtbot)
    (child,) = multiprocessing.active_children()
    child.kill()
    qtbot.waitUntil(lambda: "The printer stopped before the end" in _said(carnet), timeout=WAIT)
    assert server.papers == []
    assert carnet.main is not None
    assert _lines(carnet.main.workspace.notebook) == []


def test_the_end_of_the_program_waits_for_the_paper(
    carnet: Application, qtbot: QtBot, server: PrintServer
) -> None:
    """The window goes, the line is written, then everything is closed."""
    _print(carnet, qtbot)
    assert carnet._opened is not None
    folder = carnet._opened.notebook.folder
    assert carnet.finish()
    assert len(server.papers) == 1
    notebook = Notebook.open(folder, passphrase=PHRASE)
    assert _lines(notebook) == [("printed", RECEIVER)]
    notebook.close()


def test_a_program_that_ended_before_it_could_write_says_so(
    open_carnet: Open, qtbot: QtBot, server: PrintServer
) -> None:
    """Locked, printed, closed from the cover: at the next start one is told, once."""
    carnet = open_carnet()
    server.hold()
    _print(carnet, qtbot)
    qtbot.waitUntil(lambda: server.is_reached, timeout=WAIT)
    (paper,) = carnet.locking.prints._papers
    _lock_in_time(carnet, qtbot)
    server.go_on()
    qtbot.waitUntil(lambda: paper.is_over, timeout=WAIT)
    assert carnet.finish()
    carnet = open_carnet()
    qtbot.waitUntil(lambda: "Carnet ended while a paper was being printed" in _said(carnet), timeout=WAIT)
    carnet.lock()
    open_with_phrase(qtbot, carnet)
    qtbot.wait(100)
    assert _said(carnet) == ""


@pytest.mark.parametrize("screen", ["paper", "booklet", "received_paper"])
def test_what_will_be_written_can_be_held(carnet: Application, qtbot: QtBot, screen: str) -> None:
    """Through the seal and back it is what it was, for every kind of paper."""
    assert carnet.main is not None
    notebook = carnet.main.workspace.notebook
    where = {
        "paper": notebook.interviews.list()[0].id, "booklet": notebook.cases.list()[0].id,
        "received_paper": notebook.students.list()[0].id,
    }  # fmt: skip
    kind = "interview" if screen == "paper" else ""
    carnet.main.go(Destination(screen, kind=kind, record_id=where[screen]))  # type: ignore[arg-type]
    page: Any = carnet.main.page()
    qtbot.waitUntil(lambda: bool(page.shown()), timeout=WAIT)
    notings = [*page.notings(), *page.also()]
    assert notings
    assert pickle.loads(pickle.dumps(notings)) == notings


def _print(carnet: Application, qtbot: QtBot) -> PaperPage:
    """Press Print on a sheet's paper and take the printer that is proposed; the process is there."""
    main = carnet.main
    assert main is not None
    record = main.workspace.notebook.interviews.list()[0]
    main.go(Destination("paper", kind="interview", record_id=record.id))
    page = main.page()
    assert isinstance(page, PaperPage)
    assert page._choices is not None
    page._choices._receiver.setText(RECEIVER)
    page._choices._ground.choose(page._choices._grounds()[0][0])
    if page._guard is not None:
        page._guard.looked.setChecked(True)
    qtbot.waitUntil(page.print.isEnabled, timeout=WAIT)

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.done(1)

    QTimer.singleShot(100, take)
    page.print_wanted()
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=WAIT)
    return page


def _lock_in_time(carnet: Application, qtbot: QtBot) -> None:
    assert carnet._opened is not None
    carnet.window.activateWindow()  # offscreen, nobody gives the keyboard back after a question
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None, timeout=WAIT)
    key, began, worked = carnet._opened.notebook._key, time.perf_counter(), time.thread_time()
    press_lock()
    hidden = time.thread_time() - worked
    assert isinstance(carnet.window.currentWidget(), Unlock)
    qtbot.waitUntil(lambda: repr(key) == "<VaultKey cleared>", timeout=WAIT)
    shut = time.perf_counter() - began
    assert hidden < HIDDEN, f"{hidden:.3f} s until it was covered"
    assert shut < SHUT, f"{shut:.3f} s until it was shut"


def _said(carnet: Application) -> str:
    assert carnet.main is not None
    banner = carnet.main._failures._banner
    return banner.accessibleName() if banner.isVisible() else ""


def _lines(notebook: Notebook) -> list[tuple[str, str]]:
    return [(line.means, line.recipient) for line in notebook.disclosures.list()]


def _left() -> list[Path]:
    places = {Path("/dev/shm"), Path(tempfile.gettempdir())}
    return [path for place in places for path in place.glob("carnet-print-*")]
