"""How this program is set on this computer; it says nothing about anybody."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from app import paths, whole_file

Theme = Literal["system", "light", "dark", "contrast"]


class Settings(msgspec.Struct, kw_only=True, frozen=True):
    """`language` is a code or empty until chosen, `text_size` a percentage, `last_notebook` its folder."""

    language: Annotated[str, Meta(pattern=r"\A([a-z]{2})?\Z")] = ""
    theme: Theme = "system"
    text_size: Annotated[int, Meta(ge=100, le=200)] = 100
    last_notebook: str = ""


def load(*, file: Path | None = None) -> Settings:
    """The settings; whatever is missing, damaged or impossible is as on the first day."""
    written = _written(file or paths.settings_file())
    understood: dict[str, Any] = {}
    for field in msgspec.structs.fields(Settings):
        with suppress(KeyError, msgspec.ValidationError):
            understood[field.name] = msgspec.convert(written[field.name], field.type)
    return Settings(**understood)


def save(*, settings: Settings, file: Path | None = None) -> bool:
    """Whether the disk took them; what a newer version added stays as it was."""
    file = file or paths.settings_file()
    content = json.dumps({**_written(file), **msgspec.to_builtins(settings)}, indent=2, ensure_ascii=True)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        whole_file.write(path=file, content=content.encode("ascii") + b"\n")
    except OSError:
        return False
    return True


def _written(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        content = json.loads(file.read_text("utf-8"))
        if isinstance(content, dict):
            return content
    return {}
