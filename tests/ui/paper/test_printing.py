"""A printer that refuses or vanishes: said, and the ledger says nothing of what did not come out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import NoPrinter, PrinterStopped
from app.ui.paper.painting import paint_pages
from app.ui.paper.pdf_pages import page_count
from app.ui.paper.printing import ask_printer
from tests import pictures


class Vanishing(QPrinter):
    """Qt's own printer, which takes `takes` pages and no more."""

    def __init__(self, takes: int) -> None:
        super().__init__()
        self.left = takes

    def newPage(self) -> bool:
        """One page less."""
        self.left -= 1
        return super().newPage() if self.left > 0 else False


def into(path: Path, printer: QPrinter) -> QPrinter:
    """Its pages go into a file."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(40)
    return printer


def test_every_page_comes_out(qapp: QApplication, tmp_path: Path) -> None:
    """As many sheets as the paper has pages."""
    paint_pages(pictures.pdf(pages=3), into(tmp_path / "out.pdf", QPrinter()))
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 3


def test_a_printer_that_refuses_is_said(qapp: QApplication, tmp_path: Path) -> None:
    """It cannot even begin."""
    with pytest.raises(NoPrinter):
        paint_pages(pictures.pdf(), into(tmp_path / "nowhere" / "out.pdf", QPrinter()))


@pytest.mark.parametrize("takes", [1, 2])
def test_a_printer_that_vanishes_half_way_is_said(qapp: QApplication, tmp_path: Path, takes: int) -> None:
    """After the first page or the second: the paper did not leave."""
    with pytest.raises(PrinterStopped):
        paint_pages(pictures.pdf(pages=3), into(tmp_path / "out.pdf", Vanishing(takes)))


@pytest.mark.parametrize(
    ("answer", "locked", "prints"), [(1, False, True), (0, False, False), (1, True, False)],
    ids=["taken", "left", "taken after the lock"],
)  # fmt: skip
def test_which_printer(qtbot: QtBot, tmp_path: Path, answer: int, locked: bool, prints: bool) -> None:
    """Printed only when it is said so over a page that is still there; no file, and no part of a paper."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    offered = []

    def say() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        offered.append(dialog.options())
        if locked:
            window.hide()
        dialog.done(answer)

    QTimer.singleShot(100, say)
    assert ask_printer(QPrinter(), window) is prints
    options = QAbstractPrintDialog.PrintDialogOption
    assert not offered[0] & (options.PrintToFile | options.PrintPageRange)
    assert list(tmp_path.iterdir()) == []
