"""The recovery code: 160 random bits as a person copies, types and reads them aloud.

Eight groups of five signs of Crockford's base 32 (no I, L, O, U): four carry 20 bits, the fifth checks
the group. The check is a weighted sum in the field of 32 elements plus the group's number, so that one
wrong sign, two neighbours exchanged, or a group in another group's place is always seen.
"""

import secrets
import unicodedata

from app.errors import CodeMistyped
from app.security.signs import ALPHABET, APART, plain, written

GROUPS = 8
LENGTH = 20  # bytes
_CARRYING, _WIDE = 4, 5


def new_code() -> bytes:
    """A fresh code, 20 random bytes."""
    return secrets.token_bytes(LENGTH)


def groups(code: bytes) -> list[str]:
    """The eight groups as they are printed."""
    if len(code) != LENGTH:
        raise ValueError("a recovery code is 20 bytes")
    number = int.from_bytes(code, "big")
    values = [number >> 5 * place & 31 for place in reversed(range(GROUPS * _CARRYING))]
    parts = [values[start : start + _CARRYING] for start in range(0, len(values), _CARRYING)]
    return [written(part, beginning=at) for at, part in enumerate(parts, 1)]


def read_code(typed: str) -> bytes:
    """The code from what was typed, in any case, with any spaces or strokes, O for 0 and I or L for 1.

    CodeMistyped names the groups that are not as printed.
    """
    parts = _parts(typed)
    wrong = [at for at, part in enumerate(parts, 1) if not is_group(part, at)]
    if wrong:
        raise CodeMistyped(groups=wrong)
    number = 0
    for sign in "".join(part[:_CARRYING] for part in parts):
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(LENGTH, "big")


def is_group(typed: str, number: int) -> bool:
    """Whether this is what a sheet can carry as its group of that number, 1 to 8."""
    part = plain(typed)
    if len(part) != _WIDE or any(sign not in ALPHABET for sign in part):
        return False
    return part == written([ALPHABET.index(sign) for sign in part[:_CARRYING]], beginning=number)


def same_group(typed: str, printed: str) -> bool:
    """Whether what was typed is this printed group."""
    return secrets.compare_digest(plain(typed).encode(), printed.encode())


def _parts(typed: str) -> list[str]:
    """Eight parts: as the person kept them apart, or, where that gives no eight, every five signs."""
    apart = [part for part in APART.split(unicodedata.normalize("NFKC", typed)) if part]
    if len(apart) == GROUPS:
        return [plain(part) for part in apart]
    signs = plain(typed)
    parts = [signs[at * _WIDE : (at + 1) * _WIDE] for at in range(GROUPS)]
    parts[-1] += signs[GROUPS * _WIDE :]
    return parts
