"""Spoils each file of a closed notebook in many places: every one has to be noticed, and nothing changed."""

import hashlib
import os
import random
from collections.abc import Iterator
from pathlib import Path

from app.errors import CarnetError
from app.storage.database_file import PAGE
from app.storage.engine import Engine
from app.storage.notebook import KEYS, NOTEBOOK, PERSONAL, read_keys
from tests.faults.start import opened


def unnoticed_flips(place: Path, key: bytes, *, flips: int, chance: random.Random) -> Iterator[str]:
    """Bits at random places of both databases, one at a time; those no check has noticed."""
    notebook, personal = opened(place, key)
    keys = notebook.keys_of_files()
    personal.close()
    notebook.close()
    for path, file_key in keys.items():
        size = path.stat().st_size
        for _ in range(flips // len(keys)):
            at, bit = chance.randrange(size), 1 << chance.randrange(8)
            _flip(path, at, bit)
            if not _noticed(path, file_key):
                yield f"{path.name} bit {bit} of byte {at}"
            _flip(path, at, bit)
        assert not _noticed(path, file_key), "put right again, it is whole"


def unnoticed_flips_of_keys(folder: Path, *, step: int) -> Iterator[str]:
    """Bits of the key file, from the first to the last; those that changed its meaning without a word."""
    path, before = folder / KEYS, read_keys(folder)
    for at in range(0, 8 * path.stat().st_size, step):
        _flip(path, at // 8, 1 << at % 8)
        try:
            if read_keys(folder) != before:
                yield f"{KEYS} bit {at % 8} of byte {at // 8}"
        except CarnetError:
            pass
        _flip(path, at // 8, 1 << at % 8)
    assert read_keys(folder) == before


def unnoticed_cuts(place: Path, folder: Path, key: bytes, *, step: int) -> Iterator[str]:
    """Each file cut at every page border, a byte before and after; those that opened or were written to."""
    for name in (NOTEBOOK, PERSONAL):
        path = folder / name
        whole = path.read_bytes()
        borders = {border + by for border in range(0, len(whole), PAGE * step) for by in (-1, 0, 1)}
        for size in sorted(size for size in borders | {1, 100, len(whole) - 1} if 0 <= size < len(whole)):
            path.write_bytes(whole[:size])
            cut = _hash(path)
            if _opens(place, key):
                yield f"{name} of {size} bytes opened"
            if _hash(path) != cut:
                yield f"{name} of {size} bytes was written to"
        path.write_bytes(whole)
    assert _opens(place, key)


def _flip(path: Path, at: int, bit: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(at)
        byte = stream.read(1)[0] ^ bit
        stream.seek(at)
        stream.write(bytes([byte]))
        stream.flush()
        os.fsync(stream.fileno())


def _noticed(path: Path, key: bytes) -> bool:
    try:
        engine = Engine.open(path, key, read_only=True)
    except CarnetError:
        return True
    try:
        return bool(engine.damage())
    except CarnetError:
        return True
    finally:
        engine.close()


def _opens(place: Path, key: bytes) -> bool:
    try:
        notebook, personal = opened(place, key)
    except CarnetError:
        return False
    personal.close()
    notebook.close()
    return True


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
