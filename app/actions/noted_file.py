"""A file that leaves the notebook: there when everything about it is noted, and otherwise not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.actions.save_paper import save_paper


@contextmanager
def noted_file() -> Iterator[Callable[[bytes, Path], None]]:
    """Put it around the change: what was written is taken back when the notebook could not note it.

    A package that left without its number noted would share that number with the next one, and a paper
    would be missing in the ledger.
    """
    written: list[Path] = []

    def write(content: bytes, path: Path) -> None:
        save_paper(pdf=content, path=path)
        written.append(path)

    try:
        yield write
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
