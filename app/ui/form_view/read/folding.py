"""Words compared as people mean them: accents and capitals make no difference."""

import re
import unicodedata
from functools import lru_cache

_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_LIGATURES = {"œ": "oe", "æ": "ae"}


def fold(text: str) -> str:
    """The text without accents and capitals."""
    return "".join(_fold_letter(letter) for letter in text)


def spans(typed: str, label: str) -> list[tuple[int, int]] | None:
    """Where in `label` each typed word begins a word, as (start, end); None when one of them does not."""
    folded, origin = _folded_with_origin(label)
    starts = [match.start() for match in _WORD_START.finditer(folded)]
    found = []
    for word in fold(typed).split():
        at = next((start for start in starts if folded.startswith(word, start)), None)
        if at is None:
            return None
        found.append((origin[at], origin[at + len(word) - 1] + 1))
    return sorted(found)


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the place in `text` it comes from."""
    pieces = [(_fold_letter(letter), place) for place, letter in enumerate(text)]
    return "".join(piece for piece, _ in pieces), [place for piece, place in pieces for _ in piece]


@lru_cache(maxsize=1024)
def _fold_letter(letter: str) -> str:
    lowered = letter.casefold()
    lowered = _LIGATURES.get(lowered, lowered)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(part for part in decomposed if not unicodedata.combining(part))
