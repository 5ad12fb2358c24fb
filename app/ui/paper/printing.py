"""Printing the bytes that were shown; no file is made on the way."""

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import NoPrinter
from app.ui.paper.print_run import PrintRun
from app.ui.paper.printer_settings import fresh_printer

_NOT_OFFERED = (
    QAbstractPrintDialog.PrintDialogOption.PrintToFile,  # a file is saved, with its line in the ledger
    QAbstractPrintDialog.PrintDialogOption.PrintPageRange,  # the ledger keeps the whole paper
)


def ready_to_print(pdf: bytes, parent: QWidget) -> PrintRun | None:
    """Ask which printer; None when the person leaves, NoPrinter when there is none.

    Without a printer Qt would claim a valid one and write a file instead: look first.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = fresh_printer()
    return PrintRun(pdf, printer) if ask_printer(printer, parent) else None


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
