"""Which column holds what: guessed from the header, or said by the person and remembered."""

import hashlib
from collections.abc import Collection, Sequence
from collections.abc import Mapping as Named

from app.exchange.rosters.layouts import LAYOUTS
from app.exchange.rosters.layouts.layout import Layout
from app.exchange.rosters.names import compact
from app.i18n import N_
from app.models.discreet import Discreet

FIELDS: dict[str, str] = {
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "full_name": N_("Family name and given name in one cell"),
    "used_name": N_("Name in use"),
    "class_name": N_("Class"),
    "birth_date": N_("Birth date"),
    "gender": N_("Gender"),
    "key": N_("Number in the school’s list"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "street": N_("Street"),
    "postcode": N_("Postcode"),
    "city": N_("Town"),
    "exit_date": N_("Leaving date"),
}
"""Everything that may be read of a list, and its name on the screen. All else is never read."""

_SEVERAL = {"phone"}  # the first filled one of several columns counts


class Mapping(Discreet, frozen=True):
    """Column to field; a column that is not named is not read."""

    columns: dict[str, str]

    @property
    def says_who(self) -> bool:
        """Whether a name can be read."""
        fields = set(self.columns.values())
        return "full_name" in fields or {"family_name", "given_name"} <= fields

    def columns_of(self, field: str) -> list[str]:
        """The columns that feed one field, in their order in the file."""
        return [column for column, fed in self.columns.items() if fed == field]

    def with_said(self, said: Named[str, str]) -> "Mapping":
        """What the person says goes before what was guessed, column by column and field by field."""
        kept = {
            column: field
            for column, field in self.columns.items()
            if column not in said and field not in said.values()
        }
        return Mapping({**kept, **said})


def layout_of(headers: Sequence[str]) -> Layout:
    """The first layout whose marks are all there."""
    folded = {compact(header) for header in headers}
    return next(layout for layout in LAYOUTS if {compact(mark) for mark in layout.marks} <= folded)


def guess_mapping(headers: Sequence[str], *, filled: Collection[str] | None = None) -> dict[str, str]:
    """Column to field for the headers we know.

    `filled` are the columns that hold anything: an empty column gives way to a filled one.
    """
    by_name = {compact(header): header for header in reversed(headers)}
    found: dict[str, str] = {}
    for name, field in layout_of(headers).columns.items():
        header = by_name.get(compact(name))
        if header is None or header in found:
            continue
        rival = next((column for column, fed in found.items() if fed == field), None)
        if rival is not None and field not in _SEVERAL:
            if filled is None or rival in filled or header not in filled:
                continue
            del found[rival]
        found[header] = field
    return _whole_names({header: found[header] for header in headers if header in found})


def _whole_names(columns: dict[str, str]) -> dict[str, str]:
    """A lone "Nom" is the whole name; where both parts have their column, no other is needed."""
    fields = set(columns.values())
    if {"family_name", "given_name"} <= fields:
        return {column: field for column, field in columns.items() if field != "full_name"}
    if "full_name" in fields:
        return {
            column: field for column, field in columns.items() if field not in {"family_name", "given_name"}
        }
    if "family_name" in fields:
        return {column: "full_name" if field == "family_name" else field for column, field in columns.items()}
    return columns


def known_headers(cells: Sequence[str]) -> int:
    """How many of these cells are header names some layout knows."""
    return sum(1 for cell in cells if len(cell) < 50 and compact(cell) in _KNOWN)


def fingerprint(headers: Sequence[str]) -> str:
    """The same for every file with these headers in this order: 32 hexadecimal digits."""
    folded = "\x1f".join(compact(header) or header for header in headers)
    return hashlib.sha256(folded.encode()).hexdigest()[:32]


_KNOWN = frozenset(compact(name) for layout in LAYOUTS for name in layout.columns)
