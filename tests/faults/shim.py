"""The libraries that let system calls fail and shift the clock, compiled when they are needed."""

import ctypes
import shutil
import subprocess
from pathlib import Path

import pytest


def build(folder: Path, name: str = "shim") -> Path:
    """The compiled library, to be preloaded: "shim" or "clock"."""
    source = Path(__file__).with_name(f"{name}.c")
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.fail(
            "To let a disk fail, type: apt-get install --no-install-recommends gcc libc6-dev", pytrace=False
        )
    library = folder / f"{name}.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-fno-builtin", "-o", str(library), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return library


class Faults:
    """The preloaded library, seen from inside the program it was preloaded into."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.carnet_disarm.restype = ctypes.c_long

    def arm(self, under: Path, *, nth: int, error: int, sticky: bool, half: bool = False) -> None:
        """The `nth` writing call under this folder fails with `error`; 0 only counts."""
        place = str(under).encode()
        self._library.carnet_arm(place, ctypes.c_long(nth), error, int(sticky), int(half))

    def record(self, under: Path, into: int) -> None:
        """Write down in this descriptor everything that reaches a file under this folder."""
        self._library.carnet_record(str(under).encode(), into)

    def mark(self, said: str) -> None:
        """Write down that this was told."""
        self._library.carnet_mark(said.encode())

    def disarm(self) -> int:
        """How many writing calls there were."""
        return int(self._library.carnet_disarm())
