"""What is looked after while a notebook is open: idle hands, the computer's own lock, copied text."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.settings import Settings
from app.ui.capture import hide_from_capture
from app.ui.locking.copied import Copied
from app.ui.locking.countdown import Countdown
from app.ui.locking.hands import Hands
from app.ui.locking.idle import Idle
from app.ui.locking.session import session_of
from app.ui.main_window import MainWindow


class Watching(QObject):
    """`wanted` when the notebook should be locked. Made with the first notebook that is opened."""

    wanted = Signal()

    def __init__(self, application: QApplication, window: QWidget, hands: Hands, parent: QObject) -> None:
        super().__init__(parent)
        self._main: MainWindow | None = None
        self._countdown: Countdown | None = None
        self._settings = Settings()
        self._copied = Copied(application.clipboard(), self)
        self._session = session_of(window, self)
        if self._session is not None:
            self._session.left.connect(self.wanted)
        self._idle = Idle(parent=self)
        hands.moved.connect(self._idle.touch)
        self._idle.over.connect(self.wanted)
        self._idle.left.connect(self._count_down)
        self._idle.held.connect(self._show_hold)
        hands.came_up.connect(self._hide_from_capture)
        self._window = window

    def start(self, main: MainWindow, settings: Settings) -> None:
        """The notebook is shown in this window."""
        workspace = main.workspace
        self._main, self._settings = main, settings
        self._countdown = Countdown(
            workspace.theme, advice=workspace.text("Any key or movement keeps it open."), parent=main
        )
        main.hold_wanted.connect(self._toggle_hold)
        for done in (workspace.wanted, workspace.changed, workspace.kept):
            done.connect(self._idle.touch)  # a voice or a reader of the screen does it without any key
        self._idle.start(60 * settings.lock_after)
        self._hide_from_capture(self._window.windowHandle())
        if self._session is not None:
            self._session.delay_sleep()

    def stop(self) -> None:
        """The notebook is covered: nothing of it stays in the clipboard."""
        self._idle.stop()
        self._copied.clear()
        self._main = self._countdown = None

    def closed(self) -> None:
        """The files are shut."""
        if self._session is not None:
            self._session.let_sleep()

    def end(self) -> None:
        """The program ends."""
        self.closed()
        self._copied.end()
        self.deleteLater()

    def _hide_from_capture(self, window: QWindow | None) -> None:
        if window is not None:
            hide_from_capture(window, hidden=self._settings.hide_from_capture)

    def _count_down(self, left: int) -> None:
        if self._countdown is None or self._main is None or not isValid(self._countdown):
            return
        locale = self._main.workspace.locale
        words = locale.plural("Locks in {n} second.", "Locks in {n} seconds.", left) if left > 0 else ""
        self._countdown.say(words)

    def _toggle_hold(self) -> None:
        self._idle.release() if self._idle.is_held else self._idle.hold()

    def _show_hold(self, more: int) -> None:
        if self._main is None or not isValid(self._main):
            return
        clock = f"{datetime.now() + timedelta(seconds=more):%H:%M}" if more else ""
        self._main.show_hold(clock)
