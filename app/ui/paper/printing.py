"""Printing the bytes that were shown; no file is made on the way."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import NoPrinter, PrinterStopped
from app.ui.paper.pdf_pages import dots_wide, page_count, page_image

_DOTS = 300
_NOT_OFFERED = (
    QAbstractPrintDialog.PrintDialogOption.PrintToFile,  # a file is saved, with its line in the ledger
    QAbstractPrintDialog.PrintDialogOption.PrintPageRange,  # the ledger keeps the whole paper
)


def print_pdf(pdf: bytes, parent: QWidget) -> bool:
    """Ask which printer and print; False when the person leaves, NoPrinter when there is none.

    Without a printer Qt would claim a valid one and write a file instead: look first. One that is gone
    while it prints raises PrinterStopped, as far as the system says so: a queue that took every page and
    loses them later tells nobody.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Carnet")  # the queue shows no name
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    if not ask_printer(printer, parent):
        return False
    paint_pages(pdf, printer)
    if printer.printerName() and _is_gone(printer.printerName()):
        raise PrinterStopped
    return True


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Which printer, how many copies; False when it was left, or when the notebook was locked meanwhile.

    Qt's own dialog would also write a file, in a place it then remembers. That of Windows and macOS is not
    closed by the lock: what is answered in it afterwards prints nothing.
    """
    dialog = QPrintDialog(printer, parent)
    for option in _NOT_OFFERED:
        dialog.setOption(option, False)
    try:
        taken = dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
    return taken and parent.isVisible()


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Every page on a sheet of its own; NoPrinter when the printer refuses, PrinterStopped half-way."""
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    try:
        for page in range(page_count(pdf)):
            if page and not printer.newPage():
                raise PrinterStopped
            width = dots_wide(pdf, page=page, resolution=printer.resolution())
            image = page_image(pdf, page=page, width=width, finer=1)
            painter.drawImage(QRect(0, 0, image.width(), image.height()), image)
    except BaseException:
        printer.abort()  # half a paper is no paper
        painter.end()
        raise
    ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise PrinterStopped


def _is_gone(name: str) -> bool:
    found = QPrinterInfo.printerInfo(name)
    return found.isNull() or found.state() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
