"""A phrase nobody thought up: words drawn at random from a list.

The lists and their licences stand in `resources/words`: small letters without accents, so that the
phrase can be typed on any keyboard, also before the system knows which one it is.
"""

import math
import secrets
from functools import cache

from app import paths

COUNT = 7
LANGUAGES = ("fr", "de", "en")


def draw(language: str) -> str:
    """Seven words with spaces between them, each drawn for itself from the whole list."""
    return " ".join(secrets.choice(_words(language)) for _ in range(COUNT))


def list_size(language: str) -> int:
    """How many words each is drawn from."""
    return len(_words(language))


def bits(language: str) -> int:
    """What a drawn phrase is worth, rounded down: it was one of 2 to the power of this many."""
    return math.floor(COUNT * math.log2(list_size(language)))


@cache
def _words(language: str) -> tuple[str, ...]:
    if language not in LANGUAGES:
        raise ValueError("there is no list of words in this language")
    return tuple((paths.resources() / "words" / f"{language}.txt").read_text("ascii").split())
