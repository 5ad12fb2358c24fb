"""One data file into one struct, or the place where it breaks."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.errors import ResourceBroken
from app.i18n import N_
from app.models.form import Form
from app.models.framework import Framework
from app.models.letter import Letter
from app.models.report import Report
from app.models.value_list import ValueList

Resource = TypeVar("Resource", Form, ValueList, Framework, Letter, Report)

WHOLE_FILE = N_("whole file")
LINE = N_("line {line}")
_UNREADABLE = N_("it cannot be read as text")
_SYNTAX = N_("this is not written as a data file should be")
_UNEXPECTED = N_("this is not what belongs here")
_MISSING = N_("this is missing")


def decode(*, path: Path, kind: type[Resource]) -> Resource:
    """The struct a TOML file describes, its key taken from the file name; ResourceBroken names the place."""
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        raise ResourceBroken(file=file, place=WHOLE_FILE, reason=_UNREADABLE) from None
    return decode_text(text, file=file, key=path.stem, kind=kind)


def decode_text(text: str, *, file: str, key: str, kind: type[Resource]) -> Resource:
    """The same for text that is no file here; `file` is the name it is told by."""
    try:
        tree = msgspec.convert(_parsed(text, file=file), kind)
    except msgspec.ValidationError as error:
        place, reason = place_of(str(error))
        # The message itself may quote what stands in the file, so it goes no further.
        raise ResourceBroken(file=file, place=place, reason=reason) from None
    return msgspec.structs.replace(tree, key=key)


def _parsed(text: str, *, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        if found is None:
            raise ResourceBroken(file=file, place=N_("end of the file"), reason=_SYNTAX) from None
        raise ResourceBroken(file=file, place=LINE, reason=_SYNTAX, line=int(found.group(1))) from None
    except RecursionError:
        raise ResourceBroken(file=file, place=WHOLE_FILE, reason=_SYNTAX) from None
    except ValueError:
        raise ResourceBroken(file=file, place=WHOLE_FILE, reason=_UNREADABLE) from None


def place_of(message: str) -> tuple[str, str]:
    """The path in msgspec's message ("… - at `$.sections[2].label`") and a reason of our own."""
    head, _, tail = message.rpartition(" - at ")
    head, path = (head, tail) if head else (message, "")
    path = "".join(re.findall(r"\.[A-Za-z_]+|\[\d+\]", path.partition("$")[2])).lstrip(".")
    missing = re.search(r"missing required field `(\w+)`$", head)
    if missing:
        return ".".join(part for part in (path, missing.group(1)) if part), _MISSING
    return path or WHOLE_FILE, _UNEXPECTED
