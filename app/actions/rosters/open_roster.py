"""Look into a class list: its columns, and what they were said to hold last time."""

from app.exchange.rosters.columns import Mapping, fingerprint
from app.exchange.rosters.read_roster import guess
from app.exchange.rosters.table import Table
from app.models.discreet import Discreet
from app.storage.notebook import Notebook

_KEY = "roster_columns/"  # and the fingerprint of the header


class OpenedRoster(Discreet, frozen=True, kw_only=True):
    """The columns and rows of the file, and the mapping remembered for such a header or guessed from it."""

    table: Table
    mapping: Mapping


def open_roster(notebook: Notebook, *, table: Table) -> OpenedRoster:
    """The list beside its mapping, to look at while mapping."""
    remembered = notebook.preferences.get(_KEY + fingerprint(table.headers))
    return OpenedRoster(table=table, mapping=Mapping(remembered) if remembered else guess(table))


def remember_columns(notebook: Notebook, *, header: str, mapping: Mapping) -> None:
    """Read the next list with this header (its fingerprint) the same way."""
    notebook.preferences.set(_KEY + header, mapping.columns)
