"""A program that brings a notebook up to date and is killed, again and again.

`python -m tests.storage.migrating FOLDER PHRASE POINTS` answers how often each schema was found after.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from app.storage.copy_inside import OpenCopy
from app.storage.engine import Engine
from app.storage.migrate import migrate, newest, run_step, steps
from app.storage.notebook import NOTEBOOK
from tests.sparing import spare


def main(folder: Path, phrase: str, points: int) -> None:
    """Kill at as many random moments of the change, and look at what is left each time."""
    spare()
    chance, found = random.Random(20261122), Counter[int]()
    key = OpenCopy.open(folder, passphrase=phrase).files[folder / NOTEBOOK]
    shapes = _shapes(folder, key)
    trial = folder / "trial.db"
    longest = max(_migrated(folder, trial, key, None) for _ in range(3))
    for number in range(points):
        share = (0.1, 1.1)[number % 2]  # a fast disk is soon past its first step
        _migrated(folder, trial, key, chance.uniform(0.0005, longest * share))
        engine = Engine.open(trial, key)
        version = engine.row("PRAGMA user_version")[0]
        assert engine.damage() == []
        assert _shape(engine) == shapes[version], "a schema is whole or not there"
        migrate(engine)
        assert _shape(engine) == shapes[newest()]
        engine.close()
        found[version] += 1
    print(json.dumps(found))


def _migrated(folder: Path, trial: Path, key: bytes, seconds: float | None) -> float:
    """How long it took; the alarm's own way is to end the process like kill -9."""
    trial.with_name(trial.name + "-journal").unlink(missing_ok=True)
    shutil.copyfile(folder / NOTEBOOK, trial)
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        engine = Engine.open(trial, key)
        if seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, seconds)
        migrate(engine)
        engine.close()
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - began


def _shapes(folder: Path, key: bytes) -> dict[int, list[tuple[str, str]]]:
    trial = folder / "shapes.db"
    shutil.copyfile(folder / NOTEBOOK, trial)
    engine = Engine.open(trial, key)
    first = engine.row("PRAGMA user_version")[0]
    shapes = {first: _shape(engine)}
    for number, sql in steps().items():
        if number > first:
            run_step(engine, number, sql)
            shapes[number] = _shape(engine)
    engine.close()
    return shapes


def _shape(engine: Engine) -> list[tuple[str, str]]:
    return engine.rows("SELECT name, sql FROM sqlite_master ORDER BY name")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
