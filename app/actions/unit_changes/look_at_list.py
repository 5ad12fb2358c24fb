"""A list as it is worked on: every entry, hidden ones too, beside how it was shipped."""

import msgspec

from app.actions.unit_changes.known import known_list
from app.frameworks.library import Library
from app.models.value_list import Item


class EntryLine(msgspec.Struct, frozen=True, kw_only=True):
    """`shipped` is None for an entry of the unit's own; `renamed` and `hidden` say what differs."""

    item: Item
    shipped: Item | None
    renamed: bool
    hidden: bool


def look_at_list(*, library: Library, list_key: str) -> list[EntryLine]:
    """In its present order; ListUnknown when there is no list of that name."""
    before = library.as_shipped.lists.get(list_key)
    lines = []
    for item in known_list(library, list_key).items:
        was = before.item(item.code) if before else None
        lines.append(
            EntryLine(
                item=item, shipped=was, hidden=not item.active,
                renamed=was is not None and was.label != item.label,
            )
        )  # fmt: skip
    return lines
