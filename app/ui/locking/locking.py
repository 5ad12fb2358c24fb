"""Everything that closes the open notebook unasked, and how that goes."""

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget

from app import log
from app.errors import CarnetError
from app.settings import Settings
from app.ui.locking.hands import Hands
from app.ui.locking.held_back import HeldBack
from app.ui.prints import PRINTING, Prints
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from concurrent.futures import Future

    from app.ui.locking.closing import Closing
    from app.ui.locking.watching import Watching
    from app.ui.main_window import MainWindow
    from app.ui.opening import Opened

T = TypeVar("T")
_LITTER_MS = 100
_LONGEST_END = 30  # seconds opening again waits for a closing that does not come to its end


class Locking(QObject):
    """`wanted` says that the notebook should be locked; `lock` does it without asking anybody.

    What is typed goes to the disk, the cover comes over it, then the files are closed. Work under way is
    stopped and rolled back; how it ended is told when the notebook is opened again.
    """

    wanted = Signal()

    def __init__(self, application: QApplication, window: QStackedWidget, *, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._application = application
        self._closing: Closing | None = None
        self._watching: Watching | None = None
        self._held_back = HeldBack()
        self.prints = Prints(self)
        self._failed: CarnetError | None = None
        self._untold: list[tuple[str, Future[Any]]] = []
        self.hands = Hands(application, self)
        self.hands.lock_pressed.connect(self.wanted)

    def watch(self, main: "MainWindow", settings: Settings) -> None:
        """The notebook is open in this window: look after it from now on."""
        from app.ui.locking.watching import Watching  # while the phrase was typed

        if self._watching is None:
            self._watching = Watching(self._application, self._window, self.hands, self)
            self._watching.wanted.connect(self.wanted)
        self._watching.start(main, settings)
        QTimer.singleShot(0, main, partial(self._tell_and_ask, main))

    def give_back(self, opened: "Opened") -> None:
        """Before anything of the notebook is shown: write what no disk took when it was locked."""
        self._failed = self._held_back.give_back(opened)

    def lock(
        self,
        main: "MainWindow",
        opened: "Opened",
        *,
        cover: Callable[[], None],
        ending: Callable[[], None] = lambda: None,
    ) -> None:
        """Put what is typed on the disk, cover everything, close; `ending` ends what looks after it."""
        from app.ui.locking.closing import Closing
        from app.ui.locking.left_open import LEFT_OPEN, left_open
        from app.ui.locking.left_page import keep_page
        from app.ui.locking.put_away import asked_something, put_away

        QGuiApplication.inputMethod().commit()  # half a letter is a letter
        left: list[dict[str, Any]] = []
        writings: list[Future[Any]] = []
        left, asked = carefully(left_open, otherwise=left), asked_something(self._window)
        writings = carefully(main.keep_everything, otherwise=writings)
        writings += carefully(partial(keep_page, main), otherwise=[])
        if left:
            writings.append(main.workspace.keep_left(LEFT_OPEN, left))
        worker = self._tasks.worker
        self._untold += self._tasks.give_up()
        main.workspace.locked = True
        self._window.removeWidget(main)
        main.hide()
        cover()
        put_away(self._window)
        self._window.repaint()  # covered at once, whatever the worker still has to write
        self.rest()
        close = partial(self._close, main, opened, writings, ending)
        hurry = partial(opened.notebook.stop, worker) if worker else lambda: None
        closing = Closing(close, writings=writings, hurry=hurry, parent=self)
        self._closing = closing
        self._tasks.submit(partial(closing.done.wait, _LONGEST_END))  # opening again waits for its turn
        closing.begin(asked=asked)

    def end(self) -> None:
        """The program ends: nothing stays half closed."""
        self.rest()
        if self._closing is not None:
            self._closing.finish()
        if self._watching is not None:
            self._watching.end()
            self._watching = None

    def rest(self) -> None:
        """No notebook is open: there is nothing to look after."""
        if self._watching is not None:
            self._watching.stop()

    def _close(
        self,
        main: "MainWindow",
        opened: "Opened",
        writings: "list[Future[Any]]",
        ending: Callable[[], None],
    ) -> None:
        if any(writing.exception() for writing in writings):
            self._held_back.take(opened, main.workspace)
        carefully(partial(self.prints.lock, opened.notebook), otherwise=None)
        opened.notebook.stop()
        ending()
        import multiprocessing  # not before the first paint

        for child in multiprocessing.active_children():
            if child.name != PRINTING:
                child.kill()  # it copies, checks or shows something of this notebook
        main.stop_search()
        opened.personal.close()
        opened.notebook.close()
        main.deleteLater()
        QTimer.singleShot(_LITTER_MS, gc.collect)  # what was shown holds on to itself in circles
        if self._watching is not None:
            self._watching.closed()
        if self._closing is not None:
            self._closing.deleteLater()
            self._closing = None

    def _tell_and_ask(self, main: "MainWindow") -> None:
        """How work ended that the lock came upon; and the page or question somebody was writing in."""
        from app.ui.locking.left_open import ask_again
        from app.ui.locking.left_page import write_page_again

        if main.workspace.locked:
            return
        locale, untold = main.workspace.locale, self._untold
        self._untold = []
        stopped = [name for name, work in untold if not _is_done(work)]
        finished = [name for name, work in untold if _is_done(work)]
        failures = [self._failed] if self._failed is not None else []
        self._failed = None
        papers = self.prints.open(main.workspace, main, late=partial(_tell_printed, main))
        finished += [locale.text("the printing of a paper")] * papers.printed
        lines = [("warning", failure.said(locale)) for failure in [*failures, *papers.failures]]
        if papers.lost:
            words = locale.text(
                "Carnet ended while a paper was being printed, so the ledger has no line of it. If it came"
                " out, note it by hand."
            )
            lines.append(("warning", words))
        if stopped:
            words = locale.text(
                "Stopped by the lock, nothing of it was kept: {work}.", work=", ".join(stopped)
            )
            lines.append(("warning", words))
        if finished:
            lines.append(_finished(main, finished))
        if lines:
            main.tell(lines)
        carefully(partial(write_page_again, main), otherwise=None)
        ask_again(main.workspace, main)


def carefully(look: Callable[[], T], *, otherwise: T) -> T:
    """What it answers; a defect in it is logged and must not keep the notebook open."""
    try:
        return look()
    except Exception as error:
        log.log_failure(error)
        return otherwise


def _finished(main: "MainWindow", work: list[str]) -> tuple[str, str]:
    words = main.workspace.text("Finished although the notebook was locked: {work}.", work=", ".join(work))
    return "check-circle", words


def _tell_printed(main: "MainWindow") -> None:
    main.tell([_finished(main, [main.workspace.text("the printing of a paper")])])


def _is_done(work: "Future[Any]") -> bool:
    return work.done() and not work.cancelled() and work.exception() is None
