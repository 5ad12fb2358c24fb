"""A picture of the whole X display, written as PNG."""

import ctypes
import struct
import zlib
from pathlib import Path

_X = ctypes.CDLL("libX11.so.6")
_ALL_PLANES, _Z_PIXMAP = 0xFFFFFFFF, 2


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


_X.XOpenDisplay.restype = ctypes.c_void_p
_X.XDefaultRootWindow.restype = ctypes.c_ulong
_X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
_X.XDisplayWidth.argtypes = _X.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
_X.XGetImage.restype = ctypes.POINTER(_Image)
_X.XGetImage.argtypes = [
    ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
    ctypes.c_ulong, ctypes.c_int,
]  # fmt: skip
_X.XCloseDisplay.argtypes = [ctypes.c_void_p]


def take(file: Path) -> None:
    """Everything that is on the display now."""
    display = _X.XOpenDisplay(None)
    width, height = _X.XDisplayWidth(display, 0), _X.XDisplayHeight(display, 0)
    root = _X.XDefaultRootWindow(display)
    image = _X.XGetImage(display, root, 0, 0, width, height, _ALL_PLANES, _Z_PIXMAP).contents
    pixels = ctypes.string_at(image.data, image.bytes_per_line * height)
    rows = bytearray()
    for row in range(height):
        line = pixels[row * image.bytes_per_line :][: 4 * width]
        colours = bytearray(3 * width)
        colours[0::3], colours[1::3], colours[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + colours
    _X.XCloseDisplay(display)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts))


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
