"""A notebook with people in it, a class list, and a home of their own for what goes wrong."""

import ctypes
import hashlib
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from app.storage.lock import NAME as LOCK
from tests.architecture.house import ROOT
from tests.builders import PHRASE

SECRETS = (
    "Da Costa", "Inês", "Marta", "Tilleuls", "621 00 00", "parapluie", "pigeonnier", "cerf-volant", "Colombe",
)  # fmt: skip
_DROP_FROM_BOUNDING_SET, _OVERRIDE, _READ_ANYTHING = 24, 1, 2


class Ran(NamedTuple):
    """What a command left behind."""

    exit: int
    out: str
    err: str
    log: str


class Scene:
    """One notebook, spoilt by a case; every command has this home and sees no other."""

    def __init__(self, folder: Path, *, full: Path) -> None:
        self.folder = folder
        self.notebook = Path(shutil.copytree(full, folder / "carnet"))
        self.roster = folder / "classe.csv"
        self.phrase = folder / "phrase.txt"
        self.out = folder / "out"
        self.home = folder / "home"
        self.largest_file: int | None = None  # bytes no file may pass, where no small drive can be had
        for made in (self.out, self.home):
            made.mkdir()
        self.phrase.write_text(f"{PHRASE}\n", "utf-8")
        self.roster.write_text("Nom;Prénom;Date de naissance;Classe\nColombe;Ysé;04/05/2011;5G2\n", "utf-8")

    def run(self, *words: str, language: str) -> Ran:
        """A command as somebody would type it; {notebook}, {list} and the like are filled in."""
        said = [word.format(**self._places()) for word in words]
        done = subprocess.run(
            [sys.executable, "-m", "app", *said, "--lang", language],
            capture_output=True, text=True, cwd=ROOT, env=self._environment(), timeout=60,
            preexec_fn=partial(_be_like_anybody, self.largest_file),
        )  # fmt: skip
        log = "".join(path.read_text("utf-8") for path in self.home.rglob("*.log*"))
        return Ran(done.returncode, done.stdout, done.stderr, log)

    def hashes(self) -> dict[str, str]:
        """Every file of the notebook by name, but the lock, which says nothing."""
        return {
            path.name: hashlib.sha256(_content(path)).hexdigest()
            for path in _inside(self.notebook)
            if path.name != LOCK
        }

    def _places(self) -> dict[str, str]:
        return {
            "notebook": str(self.notebook), "list": str(self.roster), "phrase": str(self.phrase),
            "out": str(self.out),
        }  # fmt: skip

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "COVERAGE_PROCESS_START") if name in os.environ}
        return kept | {"HOME": str(self.home), "LANG": "C.UTF-8", "TMPDIR": str(self.out)}


def _be_like_anybody(largest_file: int | None) -> None:
    """In the child: whoever runs the tests as root meets closed files as everybody else does."""
    libc = ctypes.CDLL(None)
    for power in (_OVERRIDE, _READ_ANYTHING):
        libc.prctl(_DROP_FROM_BOUNDING_SET, power, 0, 0, 0)
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))


def _inside(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return [folder] if folder.exists() else []
    with _unlocked(folder, 0o700):
        return sorted(path for path in folder.rglob("*") if path.is_file())


def _content(path: Path) -> bytes:
    with _unlocked(path.parent, 0o700), _unlocked(path, 0o600):
        return path.read_bytes()


@contextmanager
def _unlocked(path: Path, mode: int) -> Iterator[None]:
    """A look at what the case has closed to its owner."""
    before = stat.S_IMODE(path.stat().st_mode)
    path.chmod(before | mode)
    try:
        yield
    finally:
        path.chmod(before)
