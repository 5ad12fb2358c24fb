"""The code on a slip that is torn off and sent back: six signs of a sheet's identifier and one that checks.

The identifier is random, so the code tells nothing about anybody. Nothing is stored: every referral has
its code, those that are there already too, and in every notebook they travel to.
"""

import re

from app.errors import SlipMistyped
from app.security.signs import ALPHABET, plain, written

_CARRYING, _BITS, _NIBBLES = 6, 30, 8
_BEGINNING = 9  # the groups of a recovery sheet begin at 1 to 8
_FIRST = 4  # signs before the stroke
_AS_PRINTED = re.compile(r"[0-9A-Za-z]{4}[-–  ]?[0-9A-Za-z]{3}")


def slip_code(record_id: str) -> str:
    """ "7K3M-2QP" for the sheet of that identifier."""
    number = _number(record_id)
    values = [number >> 5 * place & 31 for place in reversed(range(_CARRYING))]
    signs = written(values, beginning=_BEGINNING)
    return f"{signs[:_FIRST]}-{signs[_FIRST:]}"


def read_slip_code(typed: str) -> str:
    """The code as it is printed; SlipMistyped where it is not one that can be printed."""
    signs = plain(typed)
    if len(signs) != _CARRYING + 1 or any(sign not in ALPHABET for sign in signs):
        raise SlipMistyped
    if written([ALPHABET.index(sign) for sign in signs[:_CARRYING]], beginning=_BEGINNING) != signs:
        raise SlipMistyped
    return f"{signs[:_FIRST]}-{signs[_FIRST:]}"


def beginning_of(code: str) -> str:
    """How the identifiers of the sheets with that code begin: seven hexadecimal digits."""
    number = 0
    for sign in plain(code)[:_CARRYING]:
        number = number << 5 | ALPHABET.index(sign)
    return f"{number << 2:08x}"[:-1]


def looks_like_code(typed: str) -> bool:
    """Whether somebody types a code rather than a name: seven signs, at least one of them a digit."""
    return bool(_AS_PRINTED.fullmatch(typed.strip())) and any(sign.isdigit() for sign in typed)


def _number(record_id: str) -> int:
    return int(record_id[:_NIBBLES], 16) >> (4 * _NIBBLES - _BITS)
