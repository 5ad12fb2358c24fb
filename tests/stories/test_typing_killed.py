"""Nobody loses more than the last second of what they typed. The long version is `make torture`."""

import random
from pathlib import Path

import pytest

from tests.stories.killed import PROMISED, copy_of, type_and_kill
from tests.stories.person import Person
from tests.stories.stage import Stage


@pytest.mark.story
def test_killed_while_typing(tmp_path: Path, empty_folder: Path) -> None:
    """Killed twice in the middle of a word: the draft lacks a second at most, the notebook nothing."""
    chance = random.Random()
    with Stage(tmp_path / "stage") as stage:
        person = Person(stage)
        for n in range(2):
            notebook = copy_of(empty_folder, tmp_path / f"notebook-{n}")
            killed = type_and_kill(stage, person, notebook, after=chance.uniform(2, 6), chance=chance)
            assert killed.typed.startswith(killed.kept)
            assert killed.lost <= PROMISED
            assert killed.complaints == []
