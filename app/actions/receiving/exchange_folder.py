"""The folder through which packages come and go."""

import os
from pathlib import Path

from app.errors import ExchangeFolderHoldsNotebook, FileNotWritten
from app.storage.notebook import Notebook

_PLACE = "exchange_folder"


def exchange_folder(notebook: Notebook) -> Path | None:
    """The folder that was named, there or not."""
    place = notebook.preferences.get(_PLACE)
    return Path(place) if place else None


def name_exchange_folder(notebook: Notebook, *, folder: Path | None) -> None:
    """Packages are looked for there from now on; None forgets it.

    ExchangeFolderHoldsNotebook, FileNotWritten.
    """
    if folder is None:
        notebook.preferences.set(_PLACE, None)
        return
    place, own = folder.resolve(), notebook.folder.resolve()
    if own.is_relative_to(place) or place.is_relative_to(own):
        raise ExchangeFolderHoldsNotebook
    if not place.is_dir() or not os.access(place, os.W_OK):
        raise FileNotWritten
    notebook.preferences.set(_PLACE, str(place))
