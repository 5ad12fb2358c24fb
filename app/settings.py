"""How this program is set on this computer; it says nothing about anybody.

Read before the first paint, so it stands on nothing that is slow to import.
"""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from app import paths

Theme = Literal["system", "light", "dark", "contrast"]
SMALLEST, LARGEST = 100, 200  # per cent
LOCK_AFTER = (1, 2, 5, 10, 15, 30, 0)  # minutes; 0 is never


class Settings(NamedTuple):
    """`language` is a code or empty until chosen, `text_size` a percentage, `last_notebook` its folder.

    An open notebook nobody touches locks after `lock_after` minutes. `hide_from_capture` keeps the window
    out of pictures of the screen, where the system can.
    """

    language: str = ""
    theme: Theme = "system"
    text_size: int = SMALLEST
    last_notebook: str = ""
    lock_after: int = 5
    hide_from_capture: bool = True


def load(*, file: Path | None = None) -> Settings:
    """The settings; whatever is missing, damaged or impossible is as on the first day."""
    written = _written(file or paths.settings_file())
    understood = {name: written[name] for name in Settings._fields if _possible(name, written.get(name))}
    return Settings(**understood)


def save(*, settings: Settings, file: Path | None = None) -> bool:
    """Whether the disk took them; what a newer version added stays as it was."""
    from app import whole_file  # not needed to start

    file = file or paths.settings_file()
    content = json.dumps({**_written(file), **settings._asdict()}, indent=2, ensure_ascii=True)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        whole_file.write(path=file, content=content.encode("ascii") + b"\n")
    except OSError:
        return False
    return True


def _possible(name: str, value: object) -> bool:
    """Whether somebody can have chosen this value."""
    if name == "text_size":
        return type(value) is int and SMALLEST <= value <= LARGEST
    if name == "lock_after":
        return type(value) is int and value in LOCK_AFTER
    if name == "hide_from_capture":
        return type(value) is bool
    if not isinstance(value, str):
        return False
    if name == "theme":
        return value in get_args(Theme)
    return name != "language" or re.fullmatch(r"([a-z]{2})?", value) is not None


def _written(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        content = json.loads(file.read_text("utf-8"))
        if isinstance(content, dict):
            return content
    return {}
