"""A long paper printed by a process of its own, and the window that goes on meanwhile."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import NoPrinter
from app.ui.paper.painting import paint_pages
from app.ui.paper.pdf_pages import page_count, page_image
from app.ui.paper.print_run import PrintRun
from app.ui.paper.printer_settings import fresh_printer, printer_for, settings_of
from tests import pictures
from tests.ui.paper.print_server import QUEUE, PrintServer, print_server
from tests.ui.paper.turns import STALL, Turns, over

PAGES = 20


@pytest.fixture
def server(qapp: QApplication, tmp_path: Path) -> Iterator[PrintServer]:
    """A printer in a process of its own."""
    with print_server(tmp_path / "server") as server:
        yield server


def test_a_process_of_its_own_prints_while_the_window_goes_on(qtbot: QtBot, server: PrintServer) -> None:
    """Many pages, all of them, and no turn of the window takes long."""
    printer = fresh_printer()
    printer.setPrinterName(QUEUE)
    run, turns = PrintRun(pictures.pdf(pages=PAGES), printer), Turns()
    assert over(qtbot, run) is None
    assert [page_count(paper) for paper in server.papers] == [PAGES]
    assert turns.longest < STALL


def test_what_was_said_in_the_dialog_is_asked_of_the_printer(qtbot: QtBot, server: PrintServer) -> None:
    """Copies, size, side, and what Qt knows of this printer only: as if it had been printed here."""
    printer = fresh_printer()
    printer.setPrinterName(QUEUE)
    printer.setCopyCount(3)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    said = QPrintEngine.PrintEnginePropertyKey(0xFE00)
    printer.printEngine().setProperty(said, ["job-hold-until", "indefinite"])
    assert settings_of(printer_for(settings_of(printer))) == settings_of(printer)
    paint_pages(pictures.pdf(), printer)
    assert over(qtbot, PrintRun(pictures.pdf(), printer)) is None
    here, there = (asked[asked.index(b"job-name") :] for asked in server.asked)
    assert here == there
    for word in (b"indefinite", b"copies", b"A5", b"landscape"):
        assert word in there
    assert page_image(server.papers[0], page=1, width=300) == page_image(server.papers[1], page=1, width=300)


def test_a_printer_that_went_is_said(qtbot: QtBot, server: PrintServer) -> None:
    """Chosen in the dialog, gone when the process looks: no file instead of it."""
    printer = fresh_printer()
    printer.setPrinterName(QUEUE)
    run = PrintRun(pictures.pdf(), printer)
    run._printer = _Gone()
    assert isinstance(over(qtbot, run), NoPrinter)
    assert server.papers == []


class _Gone(QPrinter):
    """Another name than any printer has."""

    def printerName(self) -> str:
        """No longer there."""
        return "gone"


def test_what_a_process_left_that_was_ended_goes(qtbot: QtBot, server: PrintServer) -> None:
    """Ended with the program that had started it, before it could clear away: the next paper does."""
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = Path(f"/dev/shm/carnet-print-{ended.pid}-left")
    left.mkdir()
    (left / "paper").write_bytes(b"%PDF")
    printer = fresh_printer()
    printer.setPrinterName(QUEUE)
    assert over(qtbot, PrintRun(pictures.pdf(pages=1), printer)) is None
    assert not left.exists()
