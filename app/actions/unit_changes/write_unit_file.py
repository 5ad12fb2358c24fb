"""The one file a unit hands to its practitioners: its lists, forms, letters and services."""

from pathlib import Path

import msgspec

from app import whole_file
from app.actions.unit_changes.kept import read_changes
from app.errors import FileNotWritten
from app.models.changes import Changes
from app.models.unit_changes import UnitFile
from app.storage.notebook import Notebook


def write_unit_file(notebook: Notebook, *, path: Path) -> Changes:
    """Words of lists and forms, and the unit's name: nobody's data. FileNotWritten."""
    file = UnitFile(
        changes=read_changes(notebook), format="carnet-unit", version=1, unit=notebook.units.own().name
    )
    content = msgspec.json.format(msgspec.json.encode(file), indent=2)
    try:
        whole_file.write(path=path, content=content + b"\n")
    except OSError as error:
        raise FileNotWritten from error
    return Changes()
