"""What a unit changed in the lists, forms, letters and services delivered with the program.

Shipped files are never touched: this is laid over them each time a notebook opens.
"""

from typing import Literal

import msgspec

from app.models.discreet import Discreet
from app.models.form import Words
from app.models.value_list import Item

OWN_CODE = "U-"  # no shipped code begins so


class EntryChange(Discreet, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """Other words for an entry, language by language, and whether it is still offered (None: as shipped).

    `former` are the unit's own words it had before: whoever types or searches them still finds it.
    """

    label: Words = {}
    hidden: bool | None = None
    former: list[str] = []


class ListChanges(Discreet, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """What one list says differently.

    `entries` are changes by code, `added` entries of the unit's own, `order` codes in their new order;
    a code it does not name stays behind the one it is shipped behind.
    """

    entries: dict[str, EntryChange] = {}
    added: list[Item] = []
    order: list[str] = []


class UnitChanges(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """`lists` by key; `files` are whole files of the unit's own by name, e.g. "forms/f4-referral.toml"."""

    lists: dict[str, ListChanges] = {}
    files: dict[str, str] = {}

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<UnitChanges {len(self.lists)} lists, {len(self.files)} files>"


class UnitFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file a unit hands to its practitioners; `unit` says whose words these are."""

    changes: UnitChanges
    format: Literal["carnet-unit"]
    version: Literal[1]
    unit: str = ""

    def __repr__(self) -> str:
        """How much, not whose."""
        return f"<UnitFile {self.changes!r}>"
