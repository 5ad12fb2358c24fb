"""Somebody in front of the program who can only read the screen and press keys.

Runs under the system's own Python, which has the accessibility bindings, and knows nothing of the
program but its name. One wish a line comes in, one answer a line goes out, both JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import picture
from keyboard import Keyboard
from screen import GONE, Screen, Spoken
from titles import Titles

_LOOK_AGAIN = 0.08  # seconds


class Reader:
    """Answers wishes; `look` and `gone` wait, everything else is done at once."""

    def __init__(self, program: str) -> None:
        self._screen = Screen(program)
        self._keyboard = Keyboard()
        self._titles = Titles()
        self._read: set[str] = set()
        self._seen: object = None

    def look(self, *, within: float, **wanted: object) -> Spoken | None:
        """The first element that is as wanted, waited for; None when it never comes."""
        return _waited(lambda: self._find(**wanted), within)

    def gone(self, *, within: float, **wanted: object) -> bool:
        """Whether nothing is as wanted any more."""
        return bool(_waited(lambda: self._find(**wanted) is None, within))

    def screen(self) -> list[Spoken]:
        """Everything showing."""
        return list(self._screen.described())

    def titles(self) -> list[str]:
        """Every title any window ever had while somebody was looking."""
        return sorted(self._read)

    def focus(self) -> bool:
        """Give the focus to what was seen last."""
        return bool(self._seen.queryComponent().grabFocus())

    def click(self, x: int, y: int) -> None:
        """Press the pointer there."""
        self._keyboard.click(x, y)

    def press(self, chord: str) -> None:
        """Press a key."""
        self._keyboard.press(chord)

    def type(self, text: str, pause: float = 0.0) -> list[tuple[str, float]]:
        """Type, and say when each key went down."""
        return self._keyboard.type(text, pause=pause)

    def picture(self, file: str) -> None:
        """Take a picture of the display."""
        picture.take(Path(file))

    def _find(
        self,
        role: str = "",
        name: str = "",
        part: str = "",
        state: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
    ) -> Spoken | None:
        """`name` is the whole name or label, `part` stands somewhere in name, text or description."""
        self._read.update(self._titles.now())
        for element, states in self._screen.elements():
            if not set(state) <= states or set(without) & states:
                continue
            try:
                if role and element.getRoleName() != role:
                    continue
                if name and not self._screen.is_called(element, name):
                    continue
                said = self._screen.describe(element, states)
            except GONE:
                continue
            if not part or any(part in str(said[place]) for place in ("name", "text", "description")):
                self._seen = element
                return said
        return None


def _waited(ask: Callable[[], object], within: float) -> object:
    end = time.monotonic() + within
    while True:
        try:
            answer = ask()
        except GONE:  # the program was too busy to answer
            answer = None
        if answer or time.monotonic() > end:
            return answer
        time.sleep(_LOOK_AGAIN)


def main() -> None:
    """One wish after the other until the door closes."""
    reader = Reader(sys.argv[1])
    for line in sys.stdin:
        wish = json.loads(line)
        try:
            answer = {"answer": getattr(reader, wish.pop("do"))(**wish)}
        except Exception as error:  # told on the other side, which ends the story
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
