"""What was said in the printer's dialog, so that another process can print by it."""

import msgspec
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

DOTS = 300
_SAID_TO_CUPS = QPrintEngine.PrintEnginePropertyKey(0xFE00)  # Qt keeps them there and gives them no name


class PrinterSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where, how often, on what, on how many sides; `system` is what only this printer knows."""

    printer: str
    copies: int
    collated: bool
    backwards: bool
    sides: int
    colour: int
    source: int
    landscape: bool
    size: tuple[float, float]  # points
    system: list[str]


def fresh_printer() -> QPrinter:
    """The way every paper is printed: as large as it is, in grey, under a name that says nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Carnet")  # the queue shows no name
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def settings_of(printer: QPrinter) -> PrinterSettings:
    """All of it. Only printing by CUPS says so much: elsewhere a driver keeps its own to itself."""
    page, layout = printer.pageLayout().pageSize(), printer.pageLayout()
    size = page.size(QPageSize.Unit.Point)
    return PrinterSettings(
        printer=printer.printerName(), copies=printer.copyCount(), collated=printer.collateCopies(),
        backwards=printer.pageOrder() == QPrinter.PageOrder.LastPageFirst, sides=printer.duplex().value,
        colour=printer.colorMode().value, source=printer.paperSource().value,
        landscape=layout.orientation() == QPageLayout.Orientation.Landscape,
        size=(size.width(), size.height()),
        system=list(printer.printEngine().property(_SAID_TO_CUPS) or []),
    )  # fmt: skip


def printer_for(settings: PrinterSettings) -> QPrinter:
    """The same printer, told the same."""
    printer = fresh_printer()
    printer.setPrinterName(settings.printer)
    page = QPageSize(QSizeF(*settings.size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if settings.landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, turned, QMarginsF()))
    printer.setFullPage(True)
    printer.setCopyCount(settings.copies)
    printer.setCollateCopies(settings.collated)
    order = QPrinter.PageOrder.LastPageFirst if settings.backwards else QPrinter.PageOrder.FirstPageFirst
    printer.setPageOrder(order)
    printer.setDuplex(QPrinter.DuplexMode(settings.sides))
    printer.setColorMode(QPrinter.ColorMode(settings.colour))
    printer.setPaperSource(QPrinter.PaperSource(settings.source))
    if settings.system:
        printer.printEngine().setProperty(_SAID_TO_CUPS, settings.system)
    return printer
