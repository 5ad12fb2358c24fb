"""Pulls the plug: what was synced is there, of the rest some was written and some was not, out of order.

A disk keeps what was synced. Of what came after, each write, each new name and each vanished one may have
reached it or not, and a write may be cut between two sectors. Run as a program by the tests, preloaded:

    FOLDER SAMPLES SEED

FOLDER is as `start.prepare` left it. Prints a line of JSON for each sample.
"""

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app import paths
from app.frameworks.library import Library
from tests.faults.left import Said, complaints
from tests.faults.shim import Faults
from tests.faults.start import KEY, NOTEBOOK, OUT, copy_of_start, opened
from tests.faults.work import Work

ROUNDS, SECTOR = 2, 512
LIKELY = (0.0, 0.2, 0.5, 0.8, 1.0)  # how much of what was not synced reached the disk


class Entry(NamedTuple):
    """One call of the record, or something told."""

    what: str
    path: str
    at: int
    content: bytes


class File:
    """What the disk holds for sure, and what may still be on its way."""

    def __init__(self, content: bytes = b"") -> None:
        self._synced = content
        self._waiting: list[Entry] = []

    def wait(self, entry: Entry) -> None:
        """A write or a cut that is not synced."""
        self._waiting.append(entry)

    def sync(self) -> None:
        """Everything is on the disk."""
        self._synced, self._waiting = _written(self._synced, self._waiting), []

    def after_the_cut(self, chance: random.Random, likely: float) -> bytes:
        """With some of what waited, some of it cut short."""
        reached = [_torn(entry, chance) for entry in self._waiting if chance.random() < likely]
        return _written(self._synced, reached)


class Disk:
    """Names and files of one notebook's place."""

    def __init__(self, place: Path) -> None:
        self._now = {str(path): File(path.read_bytes()) for path in place.rglob("*") if path.is_file()}
        self._synced = dict(self._now)
        self._waiting: list[tuple[str, str, File | None]] = []  # folder, name, and what it means from now on

    def do(self, entry: Entry) -> None:
        """One call of the record."""
        path = entry.path
        if entry.what in {"w", "t"}:
            if path not in self._now:
                self._name(path, File())
            self._now[path].wait(entry)
        elif entry.what == "s" and path in self._now:
            self._now[path].sync()
        elif entry.what == "s":
            for _, name, file in [waiting for waiting in self._waiting if waiting[0] == path]:
                _rename(self._synced, name, file)
            self._waiting = [waiting for waiting in self._waiting if waiting[0] != path]
        elif entry.what == "u" and path in self._now:
            self._name(path, None)
        elif entry.what == "r" and path in self._now:
            file = self._now[path]
            self._name(path, None)
            self._name(entry.content.decode(), file)

    def after_the_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What is found when the power is back."""
        likely, names = chance.choice(LIKELY), dict(self._synced)
        for _, name, file in self._waiting:
            if chance.random() < likely:
                _rename(names, name, file)
        return {name: file.after_the_cut(chance, likely) for name, file in names.items()}

    def _name(self, path: str, file: File | None) -> None:
        _rename(self._now, path, file)
        self._waiting.append((str(Path(path).parent), path, file))


def main(home: str, samples: str, seed: str) -> None:
    """Record some work once, then cut the power at random instants of it."""
    folder, chance = Path(home), random.Random(int(seed))
    key, library = (folder / KEY).read_bytes(), Library.load(paths.resources())
    place = copy_of_start(folder, f"power-{os.getpid()}")
    _record(place, folder / "record", key, library)
    entries = list(read(folder / "record"))
    for number in range(int(samples)):
        cut = chance.randrange(len(entries) + 1)
        wrong, kept = _look(copy_of_start(folder, place.name), entries[:cut], key, chance)
        print(json.dumps({"sample": number, "cut": cut, "kept": kept, "wrong": wrong}), flush=True)


def read(record: Path) -> Iterator[Entry]:
    """The entries of a record."""
    with record.open("rb") as stream:
        while head := stream.readline():
            what, at, length, path = head.decode().rstrip("\n").split(" ", 3)
            yield Entry(what, path, int(at), stream.read(int(length)))


def _record(place: Path, record: Path, key: bytes, library: Library) -> None:
    descriptor = os.open(record, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    if os.fork() == 0:
        try:
            notebook, personal = opened(place, key)
            faults = Faults()
            faults.record(place, descriptor)
            work = Work(place, notebook, personal, library, faults.mark)
            for number in range(ROUNDS):
                work.round(number)
        finally:
            os._exit(0)
    os.wait()
    os.close(descriptor)


def _look(place: Path, entries: list[Entry], key: bytes, chance: random.Random) -> tuple[list[str], int]:
    disk, told = Disk(place), []
    for entry in entries:
        if entry.what == "a":
            told.append(entry.path)
        else:
            disk.do(entry)
    for folder in (place / NOTEBOOK, place / OUT):
        for path in folder.iterdir():
            path.unlink()
    for name, content in disk.after_the_cut(chance).items():
        Path(name).write_bytes(content)
    return complaints(place, key, Said(told)), sum(line.startswith("kept") for line in told)


def _rename(names: dict[str, File], path: str, file: File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def _torn(entry: Entry, chance: random.Random) -> Entry:
    if entry.what == "t" or len(entry.content) <= SECTOR or chance.random() < 0.8:
        return entry
    return entry._replace(content=entry.content[: SECTOR * chance.randrange(len(entry.content) // SECTOR)])


def _written(content: bytes, entries: list[Entry]) -> bytes:
    whole = bytearray(content)
    for what, _, at, part in entries:
        if what == "t":
            del whole[at:]
            whole.extend(bytes(at - len(whole)))
            continue
        whole.extend(bytes(max(0, at - len(whole))))
        whole[at : at + len(part)] = part
    return bytes(whole)


if __name__ == "__main__":
    main(*sys.argv[1:])
