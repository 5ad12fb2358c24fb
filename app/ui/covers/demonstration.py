"""Notebooks with invented people: where they lie, and the phrase everybody may know."""

from datetime import datetime
from pathlib import Path

from app import paths

PHRASE = "demonstration"


def is_demonstration(folder: Path) -> bool:
    """Whether this closed notebook was made by the button on the cover."""
    return folder.parent == paths.demonstrations()


def new_folder() -> Path:
    """A folder that does not exist yet, named after the moment."""
    return paths.demonstrations() / f"{datetime.now():%Y-%m-%d-%H%M%S-%f}"
