"""A copy looked into: read, never written, not even to bring it up to date."""

from pathlib import Path

from app.errors import (
    CopyDamaged,
    CopyTooNew,
    KeysDamaged,
    KeysMissing,
    NotebookDamaged,
    NotebookMissing,
    NotebookTooNew,
)
from app.security.derive import derive_key
from app.security.slots import KeyFile, open_keys
from app.storage.engine import Engine
from app.storage.migrate import missing_steps
from app.storage.notebook import NOTEBOOK, PERSONAL, read_keys

_BROKEN = (KeysDamaged, KeysMissing, NotebookDamaged, NotebookMissing)


class OpenCopy:
    """A copy whose phrase is known: its files with their keys, and what its journal says."""

    def __init__(self, folder: Path, keys: KeyFile, files: dict[Path, bytes]) -> None:
        self.folder, self.keys, self.files = folder, keys, files
        self.notebook_file = folder / NOTEBOOK

    def __repr__(self) -> str:
        return "<OpenCopy>"

    @classmethod
    def open(cls, folder: Path, *, passphrase: str) -> "OpenCopy":
        """WrongPassphrase, NotANotebook, CopyTooNew, or CopyDamaged where a part is missing or altered."""
        try:
            keys = read_keys(folder)
            key = open_keys(keys, passphrase=passphrase)
            files = {
                folder / NOTEBOOK: derive_key(key, use="notebook"),
                folder / PERSONAL: derive_key(key, use="personal"),
            }
            key.clear()
            copy = cls(folder, keys, files)
            copy._prove()
        except _BROKEN as error:
            raise CopyDamaged from error
        except NotebookTooNew as error:
            raise CopyTooNew from error
        return copy

    def engine(self) -> Engine:
        """A connection that reads the record."""
        return Engine.open(self.notebook_file, self.files[self.notebook_file], read_only=True)

    def _prove(self) -> None:
        """That it is a notebook, this one, of a schema known here, and that the notes can be opened."""
        engine = self.engine()
        try:
            if engine.row("SELECT 1 FROM sqlite_master WHERE name = 'notebook'") is None:
                raise NotebookDamaged
            if engine.row("SELECT vault_id FROM notebook") != (self.keys.vault_id,):
                raise NotebookDamaged
            missing_steps(engine)
        finally:
            engine.close()
        for path, key in self.files.items():
            Engine.open(path, key, read_only=True).close()
