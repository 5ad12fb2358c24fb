"""Names as two lists may write them: the same word, or nearly."""

import re

from app.models.folding import fold

_LETTERS = str.maketrans({"æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
                          "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})  # fmt: skip
_UMLAUTS = re.compile(r"(?<=[aou])e")
_PARTICLES = frozenset((
    "al", "ben", "bin", "d", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e",
    "el", "l", "la", "le", "les", "van", "vom", "von", "y", "zu",
))  # fmt: skip


def parts(name: str) -> list[str]:
    """The words of a name, accents and case folded: "Da Costa-Müller" is ["da", "costa", "muller"]."""
    plain = name if name.isascii() else name.translate(_LETTERS)
    return fold(plain).split()


def compact(name: str) -> str:
    """One word, so that "DA COSTA", "da-Costa" and "Dacosta" are the same name."""
    return "".join(parts(name))


def loose(words: list[str]) -> str:
    """The words of a name, spelling aside: Müller and Mueller, de Sousa and Sousa. Only good for asking."""
    kept = [word for word in words if word not in _PARTICLES] or words
    return _UMLAUTS.sub("", "".join(kept))
