"""A paper onto a printer, a strip of a page at a time."""

from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import NoPrinter, PrinterStopped
from app.ui.paper.pdf_pages import page_strips

WHOLE_PAGE = 1 << 20  # rows; no page is as long


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Every page on a sheet of its own; NoPrinter when the printer refuses, PrinterStopped half-way."""
    for _ in painted(pdf, printer, rows=WHOLE_PAGE):
        pass


def painted(pdf: bytes, printer: QPrinter, *, rows: int) -> Iterator[None]:
    """The same in steps of so many rows. Who stops asking leaves half a paper in the printer."""
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    at = 0
    try:
        for page, top, image in page_strips(pdf, resolution=printer.resolution(), rows=rows):
            if page != at and not printer.newPage():
                raise PrinterStopped
            at = page
            painter.drawImage(QRect(0, top, image.width(), image.height()), image)
            yield
    except BaseException:
        with suppress(RuntimeError):  # the program ends, and the printer went before
            printer.abort()  # half a paper is no paper
            painter.end()
        raise
    ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise PrinterStopped
