"""The key as the driver takes it."""

import re

from app.storage.wipe import wipe

_KEY_LITERAL = re.compile(r"x'[0-9a-f]{64}'\Z")


def key_literal(key: bytes) -> str:
    """The key as the driver takes it; ValueError for anything but 32 bytes.

    Anything else would silently be taken as a passphrase, or leave the file in clear.
    """
    digits = key.hex() if isinstance(key, bytes) else ""
    literal = f"x'{digits}'"
    wipe(digits)
    if not _KEY_LITERAL.match(literal):
        raise ValueError("a notebook key is 32 bytes")
    return literal
