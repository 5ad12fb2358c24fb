"""Real keys and a real pointer on an X display, by way of the XTEST extension.

Characters are looked up in the keyboard's own layout, so nothing is remapped while somebody types.
"""

import ctypes
import time

_X = ctypes.CDLL("libX11.so.6")
_TEST = ctypes.CDLL("libXtst.so.6")
_XKB = ctypes.CDLL("libxkbcommon.so.0")
_X.XOpenDisplay.restype = ctypes.c_void_p
_X.XkbKeycodeToKeysym.restype = ctypes.c_ulong
_X.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_int]
_X.XStringToKeysym.restype = ctypes.c_ulong
_X.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
_X.XKeysymToKeycode.restype = ctypes.c_ubyte
_X.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
_XKB.xkb_keysym_to_utf32.restype = ctypes.c_uint32
_XKB.xkb_keysym_to_utf32.argtypes = [ctypes.c_uint32]
_TEST.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
_TEST.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
_TEST.XTestFakeMotionEvent.argtypes = [
    ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong,
]  # fmt: skip

_HELD = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L", "AltGr": "ISO_Level3_Shift"}
_NAMED = {
    "Enter": "Return", "Esc": "Escape", "Backspace": "BackSpace", "Del": "Delete", "Ins": "Insert",
    "PgUp": "Prior", "PgDown": "Next", "Space": "space",
}  # fmt: skip
_LEVELS = ((), ("Shift",), ("AltGr",), ("Shift", "AltGr"))
_KEYPAD = range(0xFF80, 0xFFBE)


class Keyboard:
    """Types on one display."""

    def __init__(self) -> None:
        self._display = _X.XOpenDisplay(None)
        if not self._display:
            raise SystemExit("there is no display to type on")
        self._letters = self._read_layout()

    def type(self, text: str, *, pause: float = 0.0) -> list[tuple[str, float]]:
        """Every character with the moment its key went down; a line break is Enter."""
        said = []
        for letter in text:
            said.append((letter, time.time()))
            if letter == "\n":
                self.press("Enter")
            else:
                code, level = self._letters[letter]
                self._stroke(code, _LEVELS[level])
            if pause:
                time.sleep(pause)
        return said

    def press(self, chord: str) -> None:
        """One key with what is held meanwhile, such as "Ctrl+Enter" or "F8"."""
        *held, key = chord.split("+")
        if len(key) == 1:
            code, level = self._letters[key.lower()]
            self._stroke(code, (*held, *_LEVELS[level]))
            return
        self._stroke(self._code(_NAMED.get(key, key)), tuple(held))

    def click(self, x: int, y: int) -> None:
        """One press of the first button there."""
        _TEST.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for down in (1, 0):
            _TEST.XTestFakeButtonEvent(self._display, 1, down, 0)
        _X.XSync(self._display, 0)

    def _stroke(self, code: int, held: tuple[str, ...]) -> None:
        holders = [self._code(_HELD[name]) for name in held]
        for holder in holders:
            _TEST.XTestFakeKeyEvent(self._display, holder, 1, 0)
        for down in (1, 0):
            _TEST.XTestFakeKeyEvent(self._display, code, down, 0)
        for holder in reversed(holders):
            _TEST.XTestFakeKeyEvent(self._display, holder, 0, 0)
        _X.XSync(self._display, 0)

    def _code(self, name: str) -> int:
        code = int(_X.XKeysymToKeycode(self._display, _X.XStringToKeysym(name.encode())))
        if not code:
            raise LookupError(f"this keyboard has no {name}")
        return code

    def _read_layout(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for level in range(len(_LEVELS)):
            for code in range(8, 256):
                symbol = _X.XkbKeycodeToKeysym(self._display, code, 0, level)
                letter = _XKB.xkb_keysym_to_utf32(symbol) if symbol and symbol not in _KEYPAD else 0
                if letter >= 0x20:
                    found.setdefault(chr(letter), (code, level))
        return found
