"""Kills a morning's work at random instants; run as a program by the tests.

    FOLDER COUNT LONGEST SEED

FOLDER is as `start.prepare` left it. Every notebook is killed in up to three times before a new one begins.
Prints a line of JSON for each kill.
"""

import json
import os
import random
import signal
import sys
import time
from itertools import count
from pathlib import Path

from app import paths
from app.frameworks.library import Library
from tests.faults.left import Said, complaints
from tests.faults.start import KEY, copy_of_start, opened
from tests.faults.work import Work

LIVES, COPIES = 3, 4  # kills of one notebook; a copy is made in each fourth round


def main(folder: str, kills: str, longest: str, seed: str) -> None:
    """Work, kill, look; the same notebook goes on as long as it has lives."""
    chance, home = random.Random(int(seed)), Path(folder)
    key, library = (home / KEY).read_bytes(), Library.load(paths.resources())
    place, lines, begun = home, [""], 0
    for number in range(int(kills)):
        if number % LIVES == 0:
            place, lines, begun = copy_of_start(home, f"killed-{os.getpid()}"), [], 0
        lines += _killed(place, key, library, after=chance.uniform(0, float(longest)), begun=begun)
        said = Said(lines)
        begun = 1 + max((n for tried in said.tried.values() for n in tried), default=0)
        wrong = complaints(place, key, said)
        kept = sum(len(numbers) for numbers in said.kept.values())
        print(json.dumps({"kill": number, "kept": kept, "wrong": wrong}), flush=True)


def _killed(place: Path, key: bytes, library: Library, *, after: float, begun: int) -> list[str]:
    """What the work told before it was killed, `after` seconds once the notebook was open."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            notebook, personal = opened(place, key)
            work = Work(
                place,
                notebook,
                personal,
                library,
                lambda line: os.write(writing, f"{line}\n".encode()) and None,
            )
            os.write(writing, b"open\n")
            for number in count(begun):
                work.round(number, copy=number % COPIES == COPIES - 1)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as told:
        assert told.readline() == "open\n", "the work did not begin"
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return told.read().splitlines()


if __name__ == "__main__":
    main(*sys.argv[1:])
