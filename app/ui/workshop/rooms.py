"""The four kinds of things a unit may change, and what each of them is called."""

import re
from typing import Any, NamedTuple

from app.frameworks.library import Library
from app.i18n import N_
from app.models.form import Words
from app.ui.workspace import Workspace

_NUMBERED = re.compile(r"[NL](\d+)(\w*)")  # N04b, L1


class Room(NamedTuple):
    """`tab` names all of them, `lead` says what is seen there."""

    key: str
    tab: str
    icon: str
    lead: str


ROOMS = (
    Room("forms", N_("Forms"), "file-text", N_("Each one as it is on the screen and on paper.")),
    Room("lists", N_("Lists"), "notebook", N_("What can be chosen in forms.")),
    Room("letters", N_("Letters"), "envelope-simple", N_("Their words, and their paper.")),
    Room("frameworks", N_("Services"), "users-three", N_("What differs between them.")),
)  # fmt: skip


def parted(name: str) -> tuple[str, str]:
    """Room and key of a file name."""
    room, _, key = name.removesuffix(".toml").partition("/")
    return room, key


def things_of(library: Library, room: str) -> dict[str, Any]:
    """Everything of one room by key."""
    found: dict[str, Any] = {room.key: getattr(library, room.key) for room in ROOMS}.get(room, {})
    return found


def title_of(library: Library, name: str) -> Words:
    """What one of them is called; empty for one that is not there."""
    room, key = parted(name)
    thing = things_of(library, room).get(key)
    if thing is None:
        return {}
    words: Words = thing.name if room == "frameworks" else thing.title
    return words


def state_of(workspace: Workspace, name: str) -> str:
    """Whether it is as delivered, in words; "" where it is."""
    library, (room, key) = workspace.library, parted(name)
    if any(one.values["file"] == name for one in library.problems):
        return workspace.text("Cannot be used as it was changed")
    shipped = things_of(library.as_shipped, room).get(key)
    if shipped is None:
        return workspace.text("Of your own")
    return workspace.text("Changed here") if shipped != things_of(library, room)[key] else ""


def in_order(workspace: Workspace, room: str) -> list[str]:
    """The keys as they are listed: those with a number by it, then by their words."""
    library = workspace.library
    things = things_of(library, room)
    if room == "forms":
        used = [form.key for form in library.forms_for(workspace.notebook.framework)]
        return used + [key for key in things if key not in used]

    def rank(key: str) -> tuple[Any, ...]:
        numbered = _NUMBERED.match(getattr(things[key], "code", ""))
        words = workspace.locale.words(title_of(library, f"{room}/{key}"))
        return (int(numbered[1]), numbered[2], words.casefold()) if numbered else (1000, "", words.casefold())

    return sorted(things, key=rank)
