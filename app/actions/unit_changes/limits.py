"""How much a file from outside may hold."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from app.errors import ResourceBroken
from app.i18n import N_

LARGEST_FILE = 4 << 20  # bytes of a unit file
LARGEST_TEXT = 256 << 10  # letters of one form, list or service in it
MOST_FILES = 200
MOST_LISTS = 500
MOST_ENTRIES = 2000  # of one list
LONGEST = 4000  # letters of one piece of text

TOO_MUCH = N_("this is more than a file may hold")
_NOT_TEXT = N_("this holds characters that cannot be printed")


def text_fault(name: str, text: str) -> ResourceBroken | None:
    """Why the text of one file is refused before it is read."""
    if len(text) > LARGEST_TEXT:
        return ResourceBroken(file=name, place=N_("whole file"), reason=TOO_MUCH, own=True)
    for number, line in enumerate(text.split("\n"), start=1):
        if any(unicodedata.category(letter) == "Cc" and letter not in "\t\r" for letter in line):
            return ResourceBroken(file=name, place=N_("line {line}"), reason=_NOT_TEXT, line=number, own=True)
    return None


def tree_faults(tree: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Places of a decoded file that hold too much, or what no printer draws, and why."""
    if isinstance(tree, str):
        if len(tree) > LONGEST:
            yield place, TOO_MUCH
        elif any(unicodedata.category(letter) == "Cc" for letter in tree):
            yield place, _NOT_TEXT
    elif isinstance(tree, list):
        if len(tree) > MOST_ENTRIES:
            yield place, TOO_MUCH
        for index, branch in enumerate(tree[:MOST_ENTRIES]):
            yield from tree_faults(branch, f"{place}[{index}]")
    elif isinstance(tree, dict):
        if len(tree) > MOST_ENTRIES:
            yield place, TOO_MUCH
        for number, branch in enumerate(list(tree.values())[:MOST_ENTRIES]):
            # by its number: the name is somebody's words
            yield from tree_faults(branch, f"{place}[{number}]")
