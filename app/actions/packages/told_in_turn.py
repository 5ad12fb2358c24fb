"""Records in words, told as they come into view."""

from collections.abc import Callable, Sequence
from typing import overload

from app.models.told import Told


class ToldInTurn(Sequence[Told]):
    """As long as what is told, and told no sooner than somebody reads it; what is `first` stands ready."""

    def __init__(
        self, count: int, tell: Callable[[range], list[Told]], *, first: Sequence[Told] = ()
    ) -> None:
        self._count, self._tell, self._first = count, tell, list(first)

    def __len__(self) -> int:
        return len(self._first) + self._count

    @overload
    def __getitem__(self, index: int) -> Told: ...

    @overload
    def __getitem__(self, index: slice) -> list[Told]: ...

    def __getitem__(self, index: int | slice) -> Told | list[Told]:
        if isinstance(index, int):
            at = range(len(self))[index]
            return self[at : at + 1][0]
        start, stop, _ = index.indices(len(self))
        before = len(self._first)
        wanted = range(max(start, before) - before, max(stop, before) - before)
        return self._first[start:stop] + (self._tell(wanted) if wanted else [])
