"""Somebody in front of the window: reads what is on it, presses keys, and waits no longer than people do."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.stories.stage import SYSTEM_PYTHON, Stage

READER = Path(__file__).with_name("outside") / "screen_reader.py"
_PATIENCE = 20.0  # seconds, on a slow computer that does other things too
_CONTROLS = {
    "push button",
    "text",
    "password text",
    "check box",
    "radio button",
    "combo box",
    "list",
    "table",
}
Seen = dict[str, Any]


class Person:
    """Each step waits for what it needs on the screen; a step that cannot be done ends the story."""

    def __init__(self, stage: Stage, *, program: str = "Carnet") -> None:
        self._stage = stage
        self._pictures = stage.folder / "pictures"
        self._pictures.mkdir(exist_ok=True)
        self._taken = 0
        self.words: set[str] = set()
        self.nameless: list[str] = []
        self.cut: list[str] = []
        self._reader = stage.start(
            [SYSTEM_PYTHON, "-B", str(READER), program],
            "reader", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    @property
    def titles(self) -> set[str]:
        """Every title any window ever had while the person was looking."""
        return set(self._wish("titles"))

    def sees(self, name: str = "", *, within: float = _PATIENCE, **wanted: Any) -> Seen:
        """Something on the screen: by `name`, `role`, a `part` of its words, and `state`s it is in."""
        seen = self._wish("look", name=name, within=within, **wanted)
        if seen is None:
            self._give_up(f"did not see {name or wanted}")
        return dict(seen)

    def misses(self, name: str = "", *, within: float = _PATIENCE, **wanted: Any) -> None:
        """Nothing such is on the screen, or it goes away."""
        if not self._wish("gone", name=name, within=within, **wanted):
            self._give_up(f"still sees {name or wanted}")

    def clicks(self, name: str = "", **wanted: Any) -> Seen:
        """Press the pointer in the middle of it."""
        seen, before = self.sees(name, **wanted), None
        while seen != before:  # what is still being laid out is not where it will be
            seen, before = self.sees(name, **wanted), seen
        x, y, width, height = seen["box"]
        self._wish("click", x=x + width // 2, y=y + height // 2)
        return seen

    def goes_to(self, name: str = "", **wanted: Any) -> Seen:
        """Put the focus there, as assistive technology does."""
        self.sees(name, **wanted)
        self._wish("focus")
        return self.sees(name, state=["focused"], **wanted)

    def tabs_to(self, name: str = "", *, most: int = 40, key: str = "Tab", **wanted: Any) -> Seen:
        """Press Tab until the focus is there, as somebody without a mouse does."""
        for _ in range(most):
            if self._wish("look", name=name, within=0, state=["focused"], **wanted):
                break
            self.presses(key)
        return self.is_in(name, **wanted)

    def is_in(self, name: str = "", **wanted: Any) -> Seen:
        """The focus is there."""
        return self.sees(name, state=["focused"], **wanted)

    def presses(self, *chords: str) -> None:
        """Keys one after the other, such as "Ctrl+N", "Tab"."""
        for chord in chords:
            self._wish("press", chord=chord)

    def types(self, text: str, *, pause: float = 0.0) -> list[tuple[str, float]]:
        """Letter by letter; the moment of each key."""
        return [(letter, at) for letter, at in self._wish("type", text=text, pause=pause)]

    def begins_to_type(self, text: str, *, pause: float) -> None:
        """The same while something else happens, until `ends_typing`."""
        self._ask("type", text=text, pause=pause)

    def ends_typing(self) -> list[tuple[str, float]]:
        """When all of it is typed: the moment of each key."""
        return [(letter, at) for letter, at in self._answer()]

    def screen(self) -> list[Seen]:
        """Everything that is showing."""
        return list(self._wish("screen"))

    def looks(self, name: str) -> Path:
        """Take a picture; remember every word, every control without one, and what a window cuts."""
        for seen in self.screen():
            self.words |= {seen["name"], seen["description"]} - {""}
            if seen["role"] in _CONTROLS and not seen["name"] and not any(seen["labels"]):
                self.nameless.append(f"{name}: {seen['role']} at {seen['box']}")
            if seen["role"] in _CONTROLS and seen["cut"]:
                self.cut.append(f"{name}: {seen['role']} {seen['name']} at {seen['box']}")
        self._taken += 1
        file = self._pictures / f"{self._taken:02}-{name}.png"
        self._wish("picture", file=str(file))
        return file

    def _give_up(self, why: str) -> None:
        picture = self.looks("given-up")
        lines = [
            f"{seen['role']}: {seen['name']!r} {seen['text']!r} {' '.join(seen['states'])}"
            for seen in self.screen()
            if seen["name"] or seen["text"]
        ]
        complaints = (self._stage.folder / "program.log").read_text(errors="replace")[-3000:]
        raise AssertionError("\n".join([f"{why}; picture: {picture}", *lines, complaints]))

    def _wish(self, do: str, **wish: Any) -> Any:
        self._ask(do, **wish)
        return self._answer()

    def _ask(self, do: str, **wish: Any) -> None:
        assert self._reader.stdin is not None
        self._reader.stdin.write(json.dumps({"do": do, **wish}) + "\n")
        self._reader.stdin.flush()

    def _answer(self) -> Any:
        assert self._reader.stdout is not None
        line = self._reader.stdout.readline()
        assert line, f"the reader of the screen is gone; see {self._stage.folder / 'reader.log'}"
        answer = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer["answer"]
