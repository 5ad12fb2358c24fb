"""Which way a text runs: Unicode's own rules for what is written from right to left among the rest."""

import re
from collections.abc import Iterable
from typing import NamedTuple

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
_TURNS = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]")


class Run(NamedTuple):
    """A stretch of a text that runs one way; an odd level runs from right to left."""

    start: int
    end: int
    level: int


def turns(text: str) -> bool:
    """Whether something in it is written from right to left."""
    return _TURNS.search(text) is not None


def runs_left(text: str) -> bool:
    """Whether the text as a whole begins at the right, as its first letter says."""
    if not turns(text):
        return False
    from bidi.algorithm import get_base_level

    return bool(get_base_level(text))


def lines_running(lines: Iterable[str], *, like: str) -> list[str]:
    """The lines of a paragraph, each marked where it alone would be taken to run the other way."""
    left = runs_left(like)
    mark = RIGHT_TO_LEFT if left else LEFT_TO_RIGHT
    return [line if runs_left(line) is left else mark + line for line in lines]


def runs(text: str) -> list[Run]:
    """The stretches of a line in the order in which they stand on it, from the left."""
    found = _stretches(_levels(text))
    for level in range(max((run.level for run in found), default=0), 0, -1):
        found = _turned(found, level)
    return found


def _levels(text: str) -> list[int]:
    """How deep each character stands in text that runs the other way."""
    from bidi import algorithm

    level = algorithm.get_base_level(text)
    storage = algorithm.get_empty_storage()
    storage |= {"base_level": level, "base_dir": "LR"[level]}
    algorithm.get_embedding_levels(text, storage)
    chars = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels: list[int] = []
    for char in chars:  # what is not seen goes with what stands before it
        unseen = char["type"] == "BN"
        levels.append((levels[-1] if levels else level) if unseen else char["level"])
    for at in range(len(text.rstrip()), len(text)):
        levels[at] = level
    return levels


def _stretches(levels: list[int]) -> list[Run]:
    found: list[Run] = []
    for at, level in enumerate(levels):
        if found and found[-1].level == level:
            found[-1] = found[-1]._replace(end=at + 1)
        else:
            found.append(Run(at, at + 1, level))
    return found


def _turned(found: list[Run], level: int) -> list[Run]:
    """Neighbours at least that deep in the opposite order."""
    placed: list[Run] = []
    deep: list[Run] = []
    for run in found:
        if run.level >= level:
            deep.insert(0, run)
        else:
            placed += [*deep, run]
            deep = []
    return placed + deep
