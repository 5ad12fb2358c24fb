"""Where copies of a notebook lie that cannot be opened, or not yet."""

from pathlib import Path

from app.errors import CarnetError
from app.models.copy import Copy
from app.storage.kept_copies import FOLDER, copy_in, list_copies
from app.storage.notebook import read_keys


def find_copies(*, folder: Path) -> list[Copy]:
    """The copies beside the notebook in `folder`, and beside a former one of it; newest first.

    Those of this notebook alone where its key file still says which it is.
    """
    try:
        vault_id = read_keys(folder).vault_id
    except CarnetError:
        vault_id = None
    try:
        former = [path for path in folder.parent.iterdir() if path.name.startswith(f"{folder.name}-former-")]
    except OSError:
        former = []
    found = [copy for place in (folder, *former) for copy in list_copies(place / FOLDER, vault_id)]
    return sorted(found, reverse=True)


def copies_in(*, folder: Path) -> list[Copy]:
    """The copies in a folder a person points at, which may be one itself."""
    itself = copy_in(folder)
    return [itself] if itself else list_copies(folder) or list_copies(folder / FOLDER)
