"""Typing that never pauses, and a program that is killed in the middle of it."""

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from app.storage.notebook import Notebook
from tests.builders import PHRASE
from tests.stories.person import Person
from tests.stories.stage import Stage

PROMISED = 1.0  # seconds of typing that may be lost
_PAUSE = 0.07  # seconds between two keys: as fast as anybody types
_WORDS = (
    "lundi",
    "matin",
    "elle",
    "attend",
    "devant",
    "la",
    "porte",
    "puis",
    "demande",
    "à",
    "parler",
    "seule",
)


@dataclass(frozen=True)
class Killed:
    """What was typed, what the draft holds, and how old the first missing key was at the kill."""

    typed: str
    kept: str
    lost: float
    complaints: list[str]


def type_and_kill(
    stage: Stage, person: Person, notebook: Path, *, after: float, chance: random.Random
) -> Killed:
    """Open this notebook, type into an interview, kill the program `after` seconds, look at what is left."""
    program = stage.open_program(str(notebook), "--lang", "fr")
    person.is_in("Phrase de passe", role="password text")
    person.types(PHRASE)
    person.presses("Enter")
    person.sees("Aujourd’hui", role="push button")
    person.presses("Ctrl+N")
    person.is_in("Élève", role="text")
    person.tabs_to("Faits", role="text")
    person.begins_to_type(_writing(after, chance), pause=_PAUSE)
    time.sleep(after)
    killed_at = time.time()
    program.kill()
    program.wait()
    keys = person.ends_typing()
    before = [(letter, at) for letter, at in keys if at <= killed_at]
    typed = "".join(letter for letter, _ in before)
    kept, complaints = _look_into(notebook)
    missing = before[len(kept) :]
    return Killed(typed, kept, killed_at - missing[0][1] if missing else 0.0, complaints)


def copy_of(folder: Path, to: Path) -> Path:
    """A closed notebook to be killed in."""
    return Path(shutil.copytree(folder, to))


def _writing(seconds: float, chance: random.Random) -> str:
    """More than can be typed before the kill, in paragraphs."""
    letters = int(seconds / _PAUSE) + 20
    text = ""
    while len(text) < letters:
        text += chance.choice(_WORDS) + chance.choice("     \n")
    return text


def _look_into(notebook: Path) -> tuple[str, list[str]]:
    opened = Notebook.open(notebook, passphrase=PHRASE)
    try:
        drafts = opened.drafts.list()
        facts = drafts[0].content["form"].get("facts", []) if drafts else []
        return "\n".join(paragraph["text"] for paragraph in facts), opened.damage()
    finally:
        opened.close()
