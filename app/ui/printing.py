"""Printing the bytes that were shown; no file is made on the way."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import NoPrinter
from app.ui.pdf_pages import dots_wide, page_count, page_image

_DOTS = 300


def print_pdf(pdf: bytes, parent: QWidget) -> bool:
    """Ask which printer and print; False when the person leaves, NoPrinter when there is none.

    Without a printer Qt would claim a valid one and write a file instead: look first.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Carnet")  # the queue shows no name
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(pdf, printer)
    return True


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Every page on a sheet of its own; NoPrinter when the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    try:
        for page in range(page_count(pdf)):
            if page:
                printer.newPage()
            width = dots_wide(pdf, page=page, resolution=printer.resolution())
            image = page_image(pdf, page=page, width=width, finer=1)
            painter.drawImage(QRect(0, 0, image.width(), image.height()), image)
    finally:
        painter.end()
