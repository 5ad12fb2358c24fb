"""A list as a unit changed it: every code of the shipped list is still there."""

import msgspec

from app.models.unit_changes import EntryChange, ListChanges
from app.models.value_list import Item, ValueList


def changed_list(listed: ValueList, changes: ListChanges) -> ValueList:
    """The list with other words, order and entries; a former name still finds its entry."""
    known = {item.code for item in listed.items}
    # the free "other" closes a list, so entries of one's own come before it
    end = next((at for at, item in enumerate(listed.items) if item.other), len(listed.items))
    added = [item for item in changes.added if item.code not in known]
    items = [*listed.items[:end], *added, *listed.items[end:]]
    items = [_changed(item, changes.entries.get(item.code)) for item in items]
    return msgspec.structs.replace(listed, items=_ordered(items, changes.order))


def keeping_codes(listed: ValueList, former: ValueList) -> ValueList:
    """A list put in the place of another, which keeps the codes it forgot, offered no more."""
    there = {item.code for item in listed.items}
    kept = [msgspec.structs.replace(item, active=False) for item in former.items if item.code not in there]
    return msgspec.structs.replace(listed, items=[*listed.items, *kept])


def _changed(item: Item, change: EntryChange | None) -> Item:
    if change is None:
        return item
    label = item.label | change.label
    former = [words for code, words in item.label.items() if label[code] != words]
    return msgspec.structs.replace(
        item,
        label=label,
        active=item.active if change.hidden is None else not change.hidden,
        aliases=list(dict.fromkeys([*item.aliases, *former, *change.former])),
    )


def _ordered(items: list[Item], order: list[str]) -> list[Item]:
    if not order:
        return items
    by_code = {item.code: item for item in items}
    codes = [code for code in dict.fromkeys(order) if code in by_code]
    before = None
    for item in items:
        if item.code not in codes:
            codes.insert(codes.index(before) + 1 if before in codes else 0, item.code)
        before = item.code
    return [by_code[code] for code in codes]
