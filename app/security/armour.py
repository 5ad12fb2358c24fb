"""A sealed file as text, for mail that lets no other through: age's own armour, read.

Format: https://age-encryption.org/v1, section "ASCII armor". Whatever a mail puts before it and behind it is
no part of it; between its two lines nothing but it may stand.
"""

import binascii
import io
import re
from typing import BinaryIO

from app.errors import PackageDamaged
from app.security.age_header import FIRST

_BEGIN = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|\n)[ \t]*-----BEGIN AGE ENCRYPTED FILE-----[ \t]*\r?\n")
_END = b"-----END AGE ENCRYPTED FILE-----"
_BEFORE = 16 << 10  # how far down a mail it is looked for
_WIDTH = 64
_LONGEST = 256  # of a line; what is longer is no line of armour


def binary_of(untrusted: BinaryIO) -> BinaryIO:
    """The sealed bytes of a file, from their beginning, whichever of the two ways they are written."""
    untrusted.seek(0, io.SEEK_SET)
    head = untrusted.read(_BEFORE)
    begin = None if head.startswith(FIRST) else _BEGIN.search(head)
    if begin is None:
        untrusted.seek(0, io.SEEK_SET)
        return untrusted
    untrusted.seek(begin.end(), io.SEEK_SET)
    return io.BufferedReader(_Armour(untrusted))


class _Armour(io.RawIOBase):
    """The bytes the lines stand for; PackageDamaged when they are not armour or do not end."""

    def __init__(self, untrusted: BinaryIO) -> None:
        super().__init__()
        self._untrusted = untrusted
        self._waiting = b""
        self._is_last = False  # a short line came: only the end may follow
        self._is_over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._waiting and not self._is_over:
            self._waiting = self._line()
        part = self._waiting[: len(buffer)]
        self._waiting = self._waiting[len(part) :]
        buffer[: len(part)] = part
        return len(part)

    def _line(self) -> bytes:
        line = self._untrusted.readline(_LONGEST).rstrip(b" \t\r\n")
        if line == _END:
            self._is_over = True
            return b""
        if self._is_last or not line or len(line) > _WIDTH:
            raise PackageDamaged
        self._is_last = len(line) < _WIDTH or line.endswith(b"=")
        try:
            return binascii.a2b_base64(line, strict_mode=True)
        except binascii.Error:
            raise PackageDamaged from None
