"""What is on the screen, as a screen reader hears it over the accessibility bus."""

from collections.abc import Iterator
from contextlib import suppress

import pyatspi
from gi.repository import GLib

_STATES = {
    "focused": pyatspi.STATE_FOCUSED,
    "enabled": pyatspi.STATE_ENABLED,
    "checked": pyatspi.STATE_CHECKED,
    "selected": pyatspi.STATE_SELECTED,
    "editable": pyatspi.STATE_EDITABLE,
}
_LABELLED = {"text", "password text", "combo box", "check box", "list", "table"}
_TOO_MANY = 400  # rows of a table nobody looks through one by one
Spoken = dict[str, object]
GONE = (LookupError, RuntimeError, AttributeError, GLib.GError)  # it went away while one looked


class Screen:
    """One program, found by its name; every look asks it anew."""

    def __init__(self, program: str) -> None:
        self._program = program

    def windows(self) -> Iterator[object]:
        """The windows of the program, the one behind first."""
        for application in list(pyatspi.Registry.getDesktop(0)):
            if application is not None and _name(application) == self._program:
                yield from _children(application)

    def elements(self) -> Iterator[tuple[object, set[str]]]:
        """Everything that is showing with the states it is in, from the outside in."""
        for window in self.windows():
            yield from _showing(window)

    def described(self) -> Iterator[Spoken]:
        """Everything that is showing; `cut` when it does not fit the width of its window."""
        for window in self.windows():
            left, _, width, _ = _box(window)
            for element, states in _showing(window):
                with suppress(*GONE):
                    said = self.describe(element, states)
                    x, _, wide, _ = _box(element)
                    yield {**said, "cut": x < left or x + wide > left + width}

    def is_called(self, element: object, name: str) -> bool:
        """Whether this is its name or, for something one fills in, the name of its label."""
        return _name(element) == name or (element.getRoleName() in _LABELLED and name in _labels(element))

    def describe(self, element: object, states: set[str]) -> Spoken:
        """Role, name, description, text, states and place of one element."""
        return {
            "role": element.getRoleName(),
            "name": _name(element),
            "description": _plain(element.description or ""),
            "text": _text(element),
            "states": sorted(states),
            "labels": _labels(element),
            "box": _box(element),
        }


def _showing(element: object) -> Iterator[tuple[object, set[str]]]:
    try:
        states = element.getState()
        if not states.contains(pyatspi.STATE_SHOWING):
            return
        yield element, {name for name, state in _STATES.items() if states.contains(state)}
        children = _children(element)
    except GONE:
        return
    for child in children:
        yield from _showing(child)


def _children(element: object) -> list[object]:
    count = min(element.childCount, _TOO_MANY)
    return [child for child in (element.getChildAtIndex(n) for n in range(count)) if child is not None]


def _name(element: object) -> str:
    return _plain(element.name or "")


def _plain(text: str) -> str:
    """Narrow and hard spaces are heard as spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def _text(element: object) -> str:
    try:
        return _plain(element.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def _labels(element: object) -> list[str]:
    return [
        _name(relation.getTarget(n))
        for relation in element.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for n in range(relation.getNTargets())
    ]


def _box(element: object) -> list[int]:
    try:
        box = element.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return [0, 0, 0, 0]
    return [box.x, box.y, box.width, box.height]
