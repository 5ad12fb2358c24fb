"""The rows a table of a new sheet begins with: who lives with the student."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from app.actions.sheets.tell_household import RELATIONS, completed_years
from app.frameworks.kinds import fault
from app.models.form import Column
from app.models.resident import Resident

SOURCE = "household"


def begin_with_household(
    residents: Sequence[Resident], *, columns: Sequence[Column], label: Callable[[str, str], str], day: date
) -> list[dict[str, Any]]:
    """One row a person. Columns are filled by their key, where what is known is a value of their kind.

    Keys: `name`, `relation`, `birth_date`, `birth_year`, `age`, `minor`, `home`; others stay empty. The
    relation is its code in a column that asks the list of relations, and words in one of text.
    """
    rows = []
    for one in residents:
        known = _known(one, day)
        row = {}
        for column in columns:
            value = known.get(column.key)
            if column.key == "relation" and value and column.list != RELATIONS:
                value = label(RELATIONS, value)
            if column.kind == "text" and isinstance(value, int):
                value = str(value)
            if value not in (None, "") and not fault(asks=column, value=value):
                row[column.key] = value
        if row:
            rows.append(row)
    return rows


def _known(one: Resident, day: date) -> dict[str, Any]:
    minor = one.is_minor_on(day)
    return {
        "name": one.name,
        "relation": one.relation,
        "birth_date": one.birth_date.isoformat() if one.birth_date else None,
        "birth_year": one.birth_date.year if one.birth_date else one.birth_year,
        "age": completed_years(one, day),
        "minor": None if minor is None else "yes" if minor else "no",
        "home": one.home,
    }
