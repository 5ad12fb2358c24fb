"""What differs between two libraries, as a person would tell it."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from app.frameworks.library import Library
from app.models.form import Words
from app.models.value_list import ValueList

What = Literal[
    "added", "renamed", "hidden", "offered", "unmasked", "masked", "treated", "moved",
    "new_file", "changed_file",
]  # fmt: skip
# What an entry stands for beside its words: who is told of it, what counts it.
_TREATED = ("secrecy", "circle", "definite", "other", "group", "profile")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `where` is a list key, or a file name for "new_file" and "changed_file".

    `before` and `after` are an entry's words, or the title of a file.
    """

    what: What
    where: str
    code: str = ""
    before: Words = {}
    after: Words = {}


def compare_libraries(before: Library, after: Library) -> list[Difference]:
    """Services, forms, letters, then lists with their entries."""
    found = [
        *_files("frameworks", _titles(before, "frameworks"), _titles(after, "frameworks"), before, after),
        *_files("forms", _titles(before, "forms"), _titles(after, "forms"), before, after),
        *_files("letters", _titles(before, "letters"), _titles(after, "letters"), before, after),
    ]
    for key, listed in after.lists.items():
        if key not in before.lists:
            found.append(Difference(what="new_file", where=f"lists/{key}.toml", after=listed.title))
        else:
            found += _entries(key, before.lists[key], listed)
    return found


def _titles(library: Library, room: str) -> dict[str, Words]:
    if room == "forms":
        return {key: form.title for key, form in library.forms.items()}
    if room == "letters":
        return {key: letter.title for key, letter in library.letters.items()}
    return {key: framework.name for key, framework in library.frameworks.items()}


def _files(
    room: str, old: dict[str, Words], new: dict[str, Words], before: Library, after: Library
) -> Iterator[Difference]:
    for key, title in new.items():
        name = f"{room}/{key}.toml"
        if key not in old:
            yield Difference(what="new_file", where=name, after=title)
        elif getattr(before, room)[key] != getattr(after, room)[key]:
            yield Difference(what="changed_file", where=name, before=old[key], after=title)


def _entries(key: str, before: ValueList, after: ValueList) -> Iterator[Difference]:
    known = {item.code: item for item in before.items}
    for item in after.items:
        was = known.get(item.code)
        if was is None:
            yield Difference(what="added", where=key, code=item.code, after=item.label)
            continue
        if was.label != item.label:
            yield Difference(what="renamed", where=key, code=item.code, before=was.label, after=item.label)
        if was.active != item.active:
            what: What = "offered" if item.active else "hidden"
            yield Difference(what=what, where=key, code=item.code, before=was.label, after=item.label)
        if was.sensitive != item.sensitive:
            what = "masked" if item.sensitive else "unmasked"
            yield Difference(what=what, where=key, code=item.code, before=was.label, after=item.label)
        if any(getattr(was, name) != getattr(item, name) for name in _TREATED):
            yield Difference(what="treated", where=key, code=item.code, before=was.label, after=item.label)
    there = {item.code for item in after.items}
    if [item.code for item in before.items if item.code in there] != [
        item.code for item in after.items if item.code in known
    ]:
        yield Difference(what="moved", where=key, before=before.title, after=after.title)
