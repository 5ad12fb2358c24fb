"""A process of its own that prints one paper: it is given the paper and what the dialog said, and ends.

The window stays free, and locking need not wait: what was given is printed whole.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import msgspec

import app.errors
from app import private_process
from app.errors import CarnetError, NoPrinter, PrinterStopped
from app.ui.paper.printer_settings import PrinterSettings, printer_for
from app.ui.prints import PRINTING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_MEMORY = Path("/dev/shm")  # noqa: S108  # looks like a disk and is none
_FOLDER = "carnet-print-"
_BEHIND = 5  # how far it steps back for whoever is typing


def print_in_own_process(paper: list[bytes], settings: PrinterSettings) -> None:
    """Print, and wait for it: NoPrinter, PrinterStopped. `paper` is emptied once it is handed over.

    The printing system puts its file into a folder in memory, which goes with the process.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    line, theirs = context.Pipe()
    child = context.Process(target=_print, args=(theirs,), name=PRINTING)
    try:
        child.start()
        theirs.close()
        line.send_bytes(msgspec.msgpack.encode(settings))
        line.send_bytes(paper.pop())
        answer = line.recv_bytes(100).decode()
    except (EOFError, OSError):  # it was ended from outside
        raise PrinterStopped from None
    finally:
        line.close()
        if child.pid is not None:
            child.join()
        _sweep()
    failure = getattr(app.errors, answer, None)
    if failure is not None:
        raise failure


def _print(line: "Connection") -> None:
    private_process.close_off()
    _say_nothing()
    os.nice(_BEHIND)
    folder = mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-", dir=_MEMORY) if _MEMORY.is_dir() else ""
    if folder:
        os.environ["TMPDIR"] = folder
    try:
        settings = msgspec.msgpack.decode(line.recv_bytes(), type=PrinterSettings)
        pdf = line.recv_bytes()
        with suppress(OSError):  # who asked may be gone, and the paper comes out all the same
            line.send_bytes(_outcome(lambda: _onto_paper(pdf, settings)).encode())
    finally:
        rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """The folders of processes that are no more: this one, and those somebody ended before they could."""
    for path in _MEMORY.glob(f"{_FOLDER}*-*"):
        number = path.name.removeprefix(_FOLDER).partition("-")[0]
        if number.isdecimal() and not Path("/proc", number).exists():
            rmtree(path, ignore_errors=True)


def _outcome(work: Callable[[], None]) -> str:
    try:
        work()
    except CarnetError as failure:
        return type(failure).__name__
    except Exception:  # a door: what a paper says must not come out of it as a traceback
        return PrinterStopped.__name__
    return "printed"


def _onto_paper(pdf: bytes, settings: PrinterSettings) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from app.ui.paper.painting import paint_pages

    qt = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    if settings.printer not in QPrinterInfo.availablePrinterNames():
        raise NoPrinter  # it would write a file instead
    paint_pages(pdf, printer_for(settings))
    found = QPrinterInfo.printerInfo(settings.printer)
    if found.isNull() or found.state() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise PrinterStopped
    del qt


def _say_nothing() -> None:
    """Neither Qt nor the printing system writes a word where somebody reads it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for said in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, said)
