"""A notebook of an older version is copied before anything of it is changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import CopyFailed, FileNotWritten, NotCopiedBefore, NotebookDamaged
from app.storage.copying import copy_notebook
from app.storage.engine import Engine
from app.storage.kept_copies import FOLDER


@dataclass(frozen=True, repr=False)
class Unopened:
    """A notebook that is locked and not open to anybody yet."""

    folder: Path
    vault_id: str
    counted_file: Path
    files: dict[Path, bytes]
    is_awaited: bool = False

    def keys_of_files(self) -> dict[Path, bytes]:
        """The files that are there: a lost one is told when it is opened."""
        return {path: key for path, key in self.files.items() if path.exists()}

    @contextmanager
    def held_still(self, path: Path) -> Iterator[None]:
        """Whatever a crash left half-done in the file is put right first."""
        engine = Engine.open(path, self.files[path])
        try:
            with engine.transaction():
                yield
        finally:
            engine.close()


def copy_before_migration(notebook: Unopened) -> Path:
    """The proved copy. NotCopiedBefore where it cannot be written, NotebookDamaged where it is not whole."""
    place = notebook.folder / FOLDER
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        return copy_notebook(notebook, place)
    except CopyFailed as error:
        raise NotebookDamaged from error
    except (OSError, FileNotWritten) as error:
        raise NotCopiedBefore from error
