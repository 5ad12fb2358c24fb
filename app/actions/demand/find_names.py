"""Whose name stands in a text that should name nobody."""

import re

from app.models.folding import fold
from app.storage.notebook import Notebook

_SHORTEST = 3
# parts of names that are also words one writes with a capital
_LITTLE = frozenset(
    {"van", "von", "der", "den", "des", "del", "dos", "das", "les", "las", "los", "the", "and"}
)
_WORD = re.compile(r"[^\W\d_]+")


def known_names(notebook: Notebook) -> frozenset[str]:
    """Every word of every student's name, as one compares them; read once, then asked while one writes."""
    return frozenset(
        word
        for names in notebook.students.names()
        for word in fold(" ".join(names)).split()
        if len(word) >= _SHORTEST and word not in _LITTLE
    )


def names_in(text: str, known: frozenset[str]) -> list[str]:
    """The words of the text, written with a capital, that are somebody's name; each once."""
    words = (word for word in _WORD.findall(text) if word[0].isupper())
    return list(dict.fromkeys(word for word in words if fold(word) in known))
