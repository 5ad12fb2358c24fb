"""A paper printed in small steps where no other process prints it."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import CarnetError, NoPrinter
from app.ui.paper.painting import paint_pages, painted
from app.ui.paper.pdf_pages import page_count, page_image
from app.ui.paper.print_run import PrintRun
from app.ui.paper.printer_settings import fresh_printer
from tests import pictures
from tests.ui.paper.turns import STALL, Turns, over


def into_file(path: Path) -> QPrinter:
    """A printer that is a file."""
    printer = fresh_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_without_another_process_it_is_painted_in_small_steps(qtbot: QtBot, tmp_path: Path) -> None:
    """Every page, strip by strip, and no turn of the window takes long."""
    run = PrintRun(pictures.pdf(pages=3), into_file(tmp_path / "out.pdf"), own_process=False)
    turns = Turns()
    assert over(qtbot, run) is None
    paper = (tmp_path / "out.pdf").read_bytes()
    assert page_count(paper) == 3
    assert turns.longest < STALL


def test_who_waits_for_it_has_the_whole_paper(qtbot: QtBot, tmp_path: Path) -> None:
    """The program ends in the middle."""
    run = PrintRun(pictures.pdf(pages=2), into_file(tmp_path / "out.pdf"), own_process=False)
    ended: list[CarnetError | None] = []
    run.ended.connect(ended.append)
    run.start()
    run.wait()
    assert ended == [None]
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 2


def test_strips_make_the_page_they_were_cut_from(qapp: QApplication, tmp_path: Path) -> None:
    """No row is missing, doubled or moved between two strips."""
    pdf = pictures.pdf(pages=2)
    paint_pages(pdf, into_file(tmp_path / "whole.pdf"))
    for _ in painted(pdf, into_file(tmp_path / "strips.pdf"), rows=500):
        pass
    pages = []
    for name in ("whole.pdf", "strips.pdf"):
        image = page_image((tmp_path / name).read_bytes(), page=1, width=600)
        pages.append([image.pixelColor(300, row).value() > 128 for row in range(image.height())])
    assert pages[0] == pages[1]
    assert set(pages[0]) == {True, False}


def test_a_file_that_cannot_be_begun_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    """In steps too."""
    run = PrintRun(pictures.pdf(), into_file(tmp_path / "nowhere" / "out.pdf"), own_process=False)
    assert isinstance(over(qtbot, run), NoPrinter)
