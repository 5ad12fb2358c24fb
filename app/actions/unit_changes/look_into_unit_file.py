"""A unit file, read and checked: what it would change here, and what of it is broken."""

import re
from pathlib import Path

import msgspec

from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.limits import LARGEST_FILE
from app.actions.unit_changes.merged import merged
from app.actions.unit_changes.sound_changes import sound_changes
from app.errors import FileUnreadable, NotAUnitFile, ResourceBroken, UnitFileTooLarge
from app.frameworks.compare_libraries import Difference, compare_libraries
from app.frameworks.decode import LINE, place_of
from app.frameworks.library import Library
from app.frameworks.own_library import kind_faults, own_library
from app.i18n import N_
from app.models.unit_changes import ListChanges, UnitChanges, UnitFile
from app.storage.notebook import Notebook

_SYNTAX = N_("this is not written as a data file should be")


class UnitPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What `take_unit_file` will do: `differences` one a line; `problems` are parts that are left out."""

    unit: str
    differences: list[Difference]
    problems: list[ResourceBroken]
    changes: UnitChanges

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<UnitPreview {len(self.differences)} differences, {len(self.problems)} problems>"


def look_into_unit_file(notebook: Notebook, *, library: Library, path: Path) -> UnitPreview:
    """Nothing is written. FileUnreadable, UnitFileTooLarge, NotAUnitFile; ResourceBroken names the place."""
    return preview_unit_file(notebook, library=library, file=_decoded(_read(path), path.name))


def preview_unit_file(notebook: Notebook, *, library: Library, file: UnitFile) -> UnitPreview:
    """The same of what came another way."""
    sound, problems = sound_changes(file.changes, shipped=library.as_shipped)
    here = read_changes(notebook)
    before = own_library(library, here)
    for key, form in own_library(library, sound).forms.items():
        for place, reason in kind_faults(form, before.forms):
            name = f"forms/{key}.toml"
            problems.append(ResourceBroken(file=name, place=place, reason=reason, own=True))
            files = {one: text for one, text in sound.files.items() if one != name}
            sound = msgspec.structs.replace(sound, files=files)
    changes = merged(here, sound, shipped=library.as_shipped)
    after = own_library(library, changes)
    # what is broken here already is not the file's
    problems += [problem for problem in after.problems if problem.values not in _values(before)]
    return UnitPreview(
        unit=file.unit.strip()[:200], changes=changes, problems=problems,
        differences=compare_libraries(before, after),
    )  # fmt: skip


def _values(library: Library) -> list[dict[str, object]]:
    return [problem.values for problem in library.problems]


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as untrusted:
            raw = untrusted.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileUnreadable(file=path.name) from error
    if len(raw) > LARGEST_FILE:
        raise UnitFileTooLarge
    return raw


def _decoded(raw: bytes, file: str) -> UnitFile:
    if b'"carnet-unit"' not in raw:
        raise NotAUnitFile
    try:
        return msgspec.json.decode(raw, type=UnitFile)
    except msgspec.ValidationError as error:
        place, reason = _place_in_lists(raw) or place_of(str(error))
        raise ResourceBroken(file=file, place=place, reason=reason, own=True) from None
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        found = re.search(r"\(byte (\d+)\)", str(error))
        line = raw[: int(found[1])].count(b"\n") + 1 if found else 1
        raise ResourceBroken(file=file, place=LINE, reason=_SYNTAX, line=line, own=True) from None


def _place_in_lists(raw: bytes) -> tuple[str, str] | None:
    """Which list it is that does not fit, by its number: its name is somebody's words."""
    try:
        tree = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
    changes = tree.get("changes") if isinstance(tree, dict) else None
    lists = changes.get("lists") if isinstance(changes, dict) else None
    for number, listed in enumerate(lists.values() if isinstance(lists, dict) else []):
        try:
            msgspec.convert(listed, ListChanges)
        except msgspec.ValidationError as error:
            place, reason = place_of(str(error))
            return f"changes.lists[{number}].{place}", reason
    return None
