"""The shipped resources, a copy of them to spoil, and the form with a question of every kind."""

import shutil
from functools import cache
from pathlib import Path

from app import paths
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.models.form import Form

EVERY_KIND = Path(__file__).with_name("every_kind.toml")


@cache
def shipped() -> Library:
    """What is delivered with the program."""
    return Library.load(paths.resources())


@cache
def every_kind() -> Form:
    """One question of every kind."""
    return decode(path=EVERY_KIND, kind=Form)


def copy_of_resources(folder: Path) -> Path:
    """A copy of the data files that may be added to or spoiled."""
    for room in ("forms", "lists", "frameworks", "letters", "reports"):
        shutil.copytree(paths.resources() / room, folder / room)
    return folder
