"""Names a file of the unit's own may have."""

import re

from app.errors import NameOutOfPlace
from app.frameworks.own_library import ROOMS

_NAME = re.compile(r"([a-z]+)/[a-z0-9][a-z0-9_-]{0,59}\.toml")


def is_name(name: str) -> bool:
    """A room of the library and a file in it, nothing else: a name never leads to another folder."""
    found = _NAME.fullmatch(name)
    return found is not None and found[1] in ROOMS


def checked_name(name: str) -> str:
    """The name; NameOutOfPlace."""
    if not is_name(name):
        raise NameOutOfPlace
    return name
