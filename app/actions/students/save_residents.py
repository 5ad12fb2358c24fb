"""Write who lives with a student."""

from collections.abc import Iterable

import msgspec

from app.models.changes import Changes
from app.models.resident import Resident
from app.storage.notebook import Notebook


def save_residents(notebook: Notebook, *, residents: Iterable[Resident]) -> Changes:
    """Save one or several, new or corrected; the year stands beside every birth date."""
    with notebook.change() as change:
        for one in residents:
            year = one.birth_date.year if one.birth_date else one.birth_year
            notebook.residents.save(msgspec.structs.replace(one, birth_year=year))
    return change.changes
