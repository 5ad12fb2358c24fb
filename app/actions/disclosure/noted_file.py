"""A file that leaves the notebook: there when everything about it is noted, and otherwise not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app import whole_file
from app.actions.disclosure.save_paper import save_paper
from app.errors import FileNotWritten

Fill = Callable[[BinaryIO], object]


@contextmanager
def noted_file() -> Iterator[Callable[[bytes | Fill, Path], None]]:
    """Put it around the change: what was written is taken back when the notebook could not note it.

    A package that left without its number noted would share that number with the next one, and a paper
    would be missing in the ledger. What is too large to be held whole is given as what fills the file.
    """
    written: list[Path] = []

    def write(content: bytes | Fill, path: Path) -> None:
        if callable(content):
            _fill(content, path)
        else:
            save_paper(pdf=content, path=path)
        written.append(path)

    try:
        yield write
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise


def _fill(fill: Fill, path: Path) -> None:
    try:
        with whole_file.filled(path=path) as stream:
            fill(stream)
    except OSError as error:
        raise FileNotWritten from error
