"""One cell from outside: plain words, no hidden characters, nothing a spreadsheet would run."""

import re
import unicodedata

MAX_LENGTH = 200
_WRAPPED = re.compile(r'="([^"]*)"$')  # ="00123", how spreadsheets are told to keep zeros
_FORMULA = "=+-@＝＋－＠"  # the wide ones are formulas too where such keyboards are used
_NOTHING = frozenset({"", "-", "–", "—", "/", "?", "n/a", "null"})


def clean(cell: str) -> str:
    """The words alone: no control or direction characters, single spaces, accents composed."""
    if not (cell.isascii() and cell.isprintable()):
        kept = (
            " " if unicodedata.category(char) in {"Cc", "Zs", "Zl", "Zp"} else char
            for char in cell
            if unicodedata.category(char) not in {"Cf", "Cs", "Co", "Cn"}
        )
        cell = unicodedata.normalize("NFC", "".join(kept))
    cell = " ".join(cell.split())
    if wrapped := _WRAPPED.match(cell):
        cell = wrapped.group(1).strip()
    return "" if cell.lower() in _NOTHING else cell


def neutral(cell: str, *, keep: str = "") -> str:
    """A cleaned cell that no spreadsheet would take for a formula; a phone may keep its "+"."""
    while cell and cell[0] in _FORMULA + "'" and cell[0] not in keep:
        cell = cell[1:].lstrip()
    return cell


def is_name(cell: str) -> bool:
    """Whether a cleaned cell can be a name: a letter somewhere, no formula sign in front."""
    return cell[:1] not in _FORMULA and any(char.isalpha() for char in cell)
