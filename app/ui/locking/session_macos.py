"""macOS: the screen is locked or given to another account.

Written from Apple's documentation and not yet tried on a Mac. Sleep itself is not announced here: the
lock of the screen comes with it, and an open notebook counts the hours slept as idleness.
"""

import ctypes
import ctypes.util
from typing import Any

from PySide6.QtCore import QObject, Signal

_NAMES = (
    b"com.apple.screenIsLocked",
    b"com.apple.sessionDidMoveOffConsole",
    b"com.apple.screensaver.didstart",
)
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_CALLED = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class SessionMacOS(QObject):
    """`left` when the person has left the session."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called = _CALLED(lambda *_: self.left.emit())  # kept: the system calls it later
        core: Any = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        core.CFNotificationCenterAddObserver.restype = None
        core.CFNotificationCenterAddObserver.argtypes = [
            ctypes.c_void_p, ctypes.c_void_p, _CALLED, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long,
        ]  # fmt: skip
        centre = core.CFNotificationCenterGetDistributedCenter()
        for name in _NAMES:
            said = core.CFStringCreateWithCString(None, name, _UTF8)
            core.CFNotificationCenterAddObserver(centre, None, self._called, said, None, _AT_ONCE)

    def delay_sleep(self) -> None:
        """Nothing can be held back here."""

    def let_sleep(self) -> None:
        """Nothing was held back."""
