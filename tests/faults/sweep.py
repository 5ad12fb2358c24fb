"""Lets each writing call of a round of work fail, one after the other; run as a program, preloaded.

    FOLDER STEP FIRST COPY NAME:ERROR:once|sticky|short …

FOLDER is as `start.prepare` left it. Of every way to fail each STEP-th call is tried, the first after FIRST.
Prints a line of JSON for each, then one with the number of calls.
"""

import errno
import json
import os
import shutil
import sys
from pathlib import Path

from app import paths
from app.frameworks.library import Library
from tests.faults.left import Said, complaints
from tests.faults.shim import Faults
from tests.faults.start import KEY, copy_of_start, opened
from tests.faults.work import Work

ROUNDS = 2


def main(folder: str, step: str, first: str, copy: str, *ways: str) -> None:
    """Count the calls once, then spoil them."""
    sweep = Sweep(Path(folder), copy=copy == "copy")
    calls, _, _ = sweep.play(0, 0, "once")
    for way in ways:
        name, mode = way.split(":")
        for nth in range(1 + int(first), calls + 1, int(step)):
            _, said, wrong = sweep.play(nth, getattr(errno, name), mode)
            print(json.dumps({"way": way, "nth": nth, "wrong": wrong, "refused": said.refused}), flush=True)
    print(json.dumps({"calls": calls}), flush=True)


class Sweep:
    """One start, many ends."""

    def __init__(self, folder: Path, *, copy: bool) -> None:
        self._folder, self._copy = folder, copy
        self._key = (folder / KEY).read_bytes()
        self._library = Library.load(paths.resources())

    def play(self, nth: int, error: int, mode: str) -> tuple[int, Said, list[str]]:
        """The calls there were, what the work told, and what is wrong afterwards."""
        place = copy_of_start(self._folder, f"played-{os.getpid()}")
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            self._work(place, nth, error, mode, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            *lines, last = told.read().splitlines() or [""]
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said = Said(lines)
        wrong = complaints(place, self._key, said)
        if status or not last.startswith("calls "):
            return 0, said, [*wrong, f"the program ended with {status}: {last}"]
        shutil.rmtree(place)
        return int(last.split()[1]), said, wrong

    def _work(self, place: Path, nth: int, error: int, mode: str, writing: int) -> None:
        status = 1
        try:
            notebook, personal = opened(place, self._key)
            faults = Faults()
            faults.arm(place, nth=nth, error=error, sticky=mode == "sticky", half=mode == "short")
            work = Work(place, notebook, personal, self._library, lambda line: _tell(writing, line))
            for number in range(ROUNDS):
                work.round(number, copy=self._copy)
            _tell(writing, f"calls {faults.disarm()}")
            status = 0
        finally:
            os._exit(status)  # like a crash: nothing is closed


def _tell(writing: int, line: str) -> None:
    os.write(writing, f"{line}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
