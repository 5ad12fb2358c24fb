"""Windows: the session is locked, another account or a remote screen takes it, the computer goes to sleep.

Written from Microsoft's documentation and not yet tried on a real Windows.
"""

import ctypes
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_AWAY = frozenset({0x2, 0x4, 0x6, 0x7})  # console or remote screen taken away, logged off, locked
_SUSPEND = 0x4  # PBT_APMSUSPEND
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION


def means_leaving(*, message: int, parameter: int) -> bool:
    """Whether a message to the window says that the person has left the session."""
    return (message == _SESSION_CHANGE and parameter in _AWAY) or (
        message == _POWER and parameter == _SUSPEND
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watched: "SessionWindows") -> None:
        super().__init__()
        self._watched = watched

    def nativeEventFilter(self, kind: Any, message: int) -> tuple[bool, int]:
        if bytes(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if means_leaving(message=told.message, parameter=told.wParam):
                self._watched.left.emit()
        return False, 0


class SessionWindows(QObject):
    """`left` when the person has left the session."""

    left = Signal()

    def __init__(self, window_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self._filter)
        terminal: Any = getattr(ctypes, "windll").wtsapi32  # noqa: B009  # no such name elsewhere
        terminal.WTSRegisterSessionNotification(wintypes.HWND(window_id), _THIS_SESSION)

    def delay_sleep(self) -> None:
        """Windows waits by itself for the answer to its message."""

    def let_sleep(self) -> None:
        """Nothing was held back."""
