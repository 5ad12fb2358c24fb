"""What the window manager writes above the windows, where anybody walking past can read it."""

import ctypes

_X = ctypes.CDLL("libX11.so.6")
_ANY = 0
_X.XOpenDisplay.restype = ctypes.c_void_p
_X.XDefaultRootWindow.restype = _X.XInternAtom.restype = ctypes.c_ulong
_X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
_X.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
_X.XGetWindowProperty.argtypes = [
    ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long, ctypes.c_long, ctypes.c_int,
    ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
]  # fmt: skip
_X.XFree.argtypes = [ctypes.c_void_p]
_X.XSetErrorHandler.argtypes = [ctypes.c_void_p]
_NOTHING = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, event: 0)
_X.XSetErrorHandler(_NOTHING)  # a window may close while one asks for its title


class Titles:
    """Of every window there is, now."""

    def __init__(self) -> None:
        self._display = _X.XOpenDisplay(None)
        self._root = _X.XDefaultRootWindow(self._display)

    def now(self) -> list[str]:
        """The titles, in no particular order."""
        size = ctypes.sizeof(ctypes.c_ulong)
        listed = self._read(self._root, b"_NET_CLIENT_LIST", size)
        windows = [int.from_bytes(listed[n : n + size], "little") for n in range(0, len(listed), size)]
        titles = [self._read(window, b"_NET_WM_NAME", 1).decode() for window in windows]
        return [title for title in titles if title]  # one that just came or goes has none

    def _read(self, window: int, name: bytes, size: int) -> bytes:
        atom = _X.XInternAtom(self._display, name, 0)
        kind, form = ctypes.c_ulong(), ctypes.c_int()
        count, rest, found = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        given = [ctypes.byref(each) for each in (kind, form, count, rest, found)]
        _X.XGetWindowProperty(self._display, window, atom, 0, 1024, 0, _ANY, *given)
        content = ctypes.string_at(found, count.value * size) if found else b""
        _X.XFree(found)
        return content
