"""What a line of search results may show: labels that could hurt are read on the sheet only."""

from collections.abc import Collection, Mapping

from app.frameworks.show import BETWEEN
from app.models.value_list import ValueList

_PART = 4  # letters: a shorter piece of a label says nothing


def sensitive_labels(lists: Mapping[str, ValueList]) -> frozenset[str]:
    """The words of every sensitive item in every language."""
    return frozenset(
        words
        for listed in lists.values()
        for item in listed.items
        if item.sensitive
        for words in item.label.values()
    )


def discreet(line: str, *, labels: Collection[str], marks: str) -> str:
    """The line without its sensitive labels; "" where nothing else stood there.

    An excerpt may begin and end in the middle of a label, and carries `marks` around what matched.
    """
    kept = [part for part in line.split(BETWEEN) if not _hurts(part, labels, marks)]
    return BETWEEN.join(kept)


def _hurts(part: str, labels: Collection[str], marks: str) -> bool:
    bare = part.translate({ord(mark): None for mark in marks}).strip(" …")
    if bare in labels:
        return True
    return len(bare) >= _PART and any(label.startswith(bare) or label.endswith(bare) for label in labels)
