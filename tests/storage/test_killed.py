"""The program is killed while it saves."""

import random
import subprocess
import sys
import time
from pathlib import Path

from app.storage.notebook import Notebook
from tests.builders import PHRASE

KILLS = 8


def killed_while_saving(folder, seconds, *, after):
    """What was acknowledged before kill -9: {"sheet": n, "draft": n}; `after` so many lines at least."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.saving", str(folder), PHRASE],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n"
    told = "".join(process.stdout.readline() for _ in range(after))
    time.sleep(seconds)
    process.kill()
    told += process.communicate()[0]
    lines = [line.split() for line in told.splitlines() if line.count(" ") == 1]
    return {what: int(number) for what, number in lines if number.isdigit()}


def test_nothing_acknowledged_is_lost_when_it_is_killed(folder):
    """After each kill -9 the notebook opens, whole, with every acknowledged sheet and draft."""
    chance, written = random.Random(20261112), 0
    for kill in range(KILLS):  # however busy the computer is, every other one falls among several sheets
        acknowledged = killed_while_saving(folder, chance.uniform(0.05, 0.35), after=6 * (kill % 2))
        notebook = Notebook.open(folder, passphrase=PHRASE)
        written = acknowledged.get("sheet", written)
        assert notebook.interviews.count() in {written, written + 1}
        written = notebook.interviews.count()
        assert notebook.tasks.count() == 2 * written, "a sheet and its decisions are one"
        assert len(notebook.search.writings("numéro", limit=10_000)) == written
        if "draft" in acknowledged:
            assert notebook.drafts.get("d" * 32).content["n"] >= acknowledged["draft"]
        assert notebook.damage() == []
        notebook.close()
    assert written > KILLS
