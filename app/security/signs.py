"""Signs a person copies, types and reads aloud: Crockford's base 32, and a sign that checks the others.

No I, L, O, U. The check is a weighted sum in the field of 32 elements, so that one wrong sign or two signs
exchanged are always seen.
"""

import re
import unicodedata
from collections.abc import Iterable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
APART = re.compile(r"[\W_]+")
_READ_AS = str.maketrans("OIL", "011")


def plain(typed: str) -> str:
    """What was typed in any case, with any spaces or strokes, O for 0 and I or L for 1."""
    return APART.sub("", unicodedata.normalize("NFKC", typed)).upper().translate(_READ_AS)


def written(values: Iterable[int], *, beginning: int) -> str:
    """Numbers below 32 as signs, with the check sign behind them; up to 30 of them.

    Codes that begin at different numbers are never taken for each other.
    """
    values = list(values)
    check, weight = beginning, 1
    for value in values:
        weight = _product(weight, 2)
        check ^= _product(weight, value)
    return "".join(ALPHABET[value] for value in (*values, check))


def _product(one: int, other: int) -> int:
    """Multiplication in the field of 32 elements, modulo x⁵ + x² + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        other >>= 1
        one <<= 1
        if one & 32:
            one ^= 0b100101
    return product
