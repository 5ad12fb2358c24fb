"""The file of a package: there when everything about it is noted, and otherwise not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.actions.save_paper import save_paper


@contextmanager
def package_file() -> Iterator[Callable[[bytes, Path], None]]:
    """Put it around the change: what was written is taken back when the notebook could not note it.

    A file that left without its number noted would share that number with the next one.
    """
    written: list[Path] = []

    def write(sealed: bytes, path: Path) -> None:
        save_paper(pdf=sealed, path=path)
        written.append(path)

    try:
        yield write
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
