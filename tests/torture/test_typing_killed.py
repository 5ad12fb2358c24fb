"""Thirty seconds of typing without a pause, killed at twenty random instants."""

import random
from pathlib import Path

from tests.stories.killed import PROMISED, copy_of, type_and_kill
from tests.stories.person import Person
from tests.stories.stage import Stage

KILLS, LONGEST = 20, 30.0


def test_killed_while_typing(tmp_path: Path, empty_folder: Path) -> None:
    """Every time the draft holds all but the last second, and the notebook opens without complaint."""
    chance = random.Random()
    lost = []
    with Stage(tmp_path / "stage") as stage:
        person = Person(stage)
        for n in range(KILLS):
            after = chance.uniform(1, LONGEST)
            notebook = copy_of(empty_folder, tmp_path / f"notebook-{n}")
            killed = type_and_kill(stage, person, notebook, after=after, chance=chance)
            lost.append(killed.lost)
            print(f"killed after {after:4.1f} s: {len(killed.typed):3} keys, {killed.lost:.2f} s missing")
            assert killed.typed.startswith(killed.kept)
            assert killed.complaints == []
    assert max(lost) <= PROMISED, [f"{seconds:.2f}" for seconds in lost]
