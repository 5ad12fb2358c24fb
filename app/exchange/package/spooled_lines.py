"""Lines of a package that wait in a spool: as long as a list, and no larger than where each begins."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

import msgspec

from app.errors import PackageDamaged
from app.storage.spool import Spool

T = TypeVar("T")
_AT_ONCE = 500
_MOST = 1 << 20  # bytes of lines that are decoded at once


class SpooledLines(Sequence[T], Generic[T]):
    """Each is decoded anew whenever it is asked for; a slice is lines that wait too.

    `bounds` are where each line of the package begins, and the end of the last one; `places` are those of
    them that are meant, all when not said.
    """

    def __init__(
        self, spool: Spool, struct: type[T], bounds: "array[int]", places: "array[int] | None" = None
    ) -> None:
        self._spool, self._struct, self._bounds = spool, struct, bounds
        self.places = array("I", range(len(bounds) - 1)) if places is None else places

    def __repr__(self) -> str:
        """Say how many."""
        return f"<SpooledLines {len(self)}>"

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> "SpooledLines[T]": ...

    def __getitem__(self, index: int | slice) -> "T | SpooledLines[T]":
        if isinstance(index, slice):
            return self.only(self.places[index])
        return self.at(self.places[index])

    def at(self, place: int) -> T:
        """The line in this place of the package; PackageDamaged, SavingFailed, Stopped."""
        return decoded(self._spool.read(self._bounds[place], self._size(place)), self._struct)

    def only(self, places: Iterable[int]) -> "SpooledLines[T]":
        """Those in these places of the package."""
        return SpooledLines(self._spool, self._struct, self._bounds, array("I", places))

    def batches(self, places: Iterable[int]) -> Iterator[list[int]]:
        """The places in their order, as many at once as may be in memory together."""
        batch, size = list[int](), 0
        for place in places:
            more = self._size(place)
            if batch and (len(batch) == _AT_ONCE or size + more > _MOST):
                yield batch
                batch, size = [], 0
            batch.append(place)
            size += more
        if batch:
            yield batch

    def _size(self, place: int) -> int:
        return self._bounds[place + 1] - self._bounds[place]


def decoded(line: bytes, struct: type[T]) -> T:
    """One line as what it should be; PackageDamaged, which quotes nothing of it."""
    try:
        return msgspec.json.decode(line, type=struct)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackageDamaged from None  # its own text would quote the value
