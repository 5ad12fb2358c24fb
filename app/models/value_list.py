"""A list of codes with their labels."""

import msgspec

from app.models.form import Words


class Item(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One value. Its code never changes; labels, order and `active` may."""

    code: str
    label: Words
    active: bool = True
    sensitive: bool = False  # hidden in lists until opened
    profile: str = ""  # "LU", "FR" or both when empty
    group: str = ""
    other: bool = False  # asks "say what"
    unconfirmed: bool = False  # general knowledge: to be confirmed by the service that uses it
    aliases: list[str] = []
    secrecy: str = ""  # partner types: "yes", "no", "partly", "varies"
    written: bool = False  # partner types: nothing goes there without a written agreement
    circle: str = ""  # partner types and grounds: the code of list share-circles they stand for
    definite: bool = False  # outcomes: a definite solution; steps: nothing more is to be done


class ValueList(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole list, in its order; `key` is the name of its file, e.g. "n02-reasons"."""

    title: Words
    items: list[Item]
    code: str = ""
    key: str = ""

    def item(self, code: str) -> Item | None:
        """The item with that code, or None."""
        return next((item for item in self.items if item.code == code), None)

    @property
    def offered(self) -> list[Item]:
        """What can be chosen today."""
        return [item for item in self.items if item.active]

    def offered_with(self, code: str | None) -> list[Item]:
        """The same, and what was chosen already: correcting a record loses nothing."""
        return [item for item in self.items if item.active or item.code == code]
