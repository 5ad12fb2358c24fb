"""Who says on this system that the person has left."""

import sys
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from app import log


class Session(Protocol):
    """`left` when the session is locked, given to somebody else, or the computer goes to sleep."""

    left: SignalInstance

    def delay_sleep(self) -> None:
        """A notebook is open: sleep should wait until it is closed."""

    def let_sleep(self) -> None:
        """None is."""


def session_of(window: QWidget, parent: QObject) -> Session | None:
    """The one of this system; None where it cannot be had, and then idleness alone locks."""
    try:
        if sys.platform == "win32":
            from app.ui.locking.session_windows import SessionWindows

            return SessionWindows(int(window.winId()), parent)
        if sys.platform == "darwin":
            from app.ui.locking.session_macos import SessionMacOS

            return SessionMacOS(parent)
        from app.ui.locking.session_linux import SessionLinux

        return SessionLinux(parent)
    except (ImportError, OSError, AttributeError) as error:
        log.log_failure(error)
        return None
