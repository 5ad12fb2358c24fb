"""Overwriting what Python would only let go of."""

import ctypes
import sys


def wipe(secret: str | bytes) -> None:
    """Overwrite the signs of a string nobody else holds; ASCII, or bytes. It is of no use afterwards.

    Python has no such thing: a string that is freed lies about until its place is taken. Letters and
    bytes stand at the end of the object, before one zero; where that is not so nothing is touched.
    """
    if len(secret) < 2 or (isinstance(secret, str) and not secret.isascii()):
        return  # one sign alone belongs to everybody
    start = id(secret) + sys.getsizeof(secret) - len(secret) - 1
    first = secret[:2].encode("ascii") if isinstance(secret, str) else secret[:2]
    if ctypes.string_at(start, 2) == first:
        ctypes.memset(start, 0, len(secret))
