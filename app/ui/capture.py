"""Keeping the window out of pictures of the screen, where the system offers it.

Windows and macOS do, written from their documentation and not yet tried there; Linux has no such thing.
"""

import ctypes
import ctypes.util
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtGui import QWindow

OFFERED = sys.platform in ("win32", "darwin")
_SHOWN, _LEFT_OUT = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE
_SHARED_NONE, _SHARED_READ_ONLY = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


def hide_from_capture(window: QWindow, *, hidden: bool) -> None:
    """Leave this window out of pictures and shared screens, or show it there again."""
    with suppress(OSError, AttributeError):
        if sys.platform == "win32":
            affinity = _LEFT_OUT if hidden else _SHOWN
            ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(int(window.winId())), affinity)
        elif sys.platform == "darwin":
            _share(int(window.winId()), _SHARED_NONE if hidden else _SHARED_READ_ONLY)


def _share(view: int, sharing: int) -> None:
    """[[view window] setSharingType: sharing]"""
    library: Any = ctypes.CDLL(ctypes.util.find_library("objc"))
    library.sel_registerName.restype = ctypes.c_void_p
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", library))
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", library))
    own = ask(view, library.sel_registerName(b"window"))
    if own:
        tell(own, library.sel_registerName(b"setSharingType:"), sharing)
