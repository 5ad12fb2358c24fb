"""Long work in transactions of a bearable size."""

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")
_SIZE = 100


def in_blocks(items: list[T]) -> Iterator[list[T]]:
    """The items in order, a hundred at a time."""
    for start in range(0, len(items), _SIZE):
        yield items[start : start + _SIZE]
