"""Commands as other programs call them: a process, what it prints, what it answers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Ran(NamedTuple):
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was answered to a program."""
        return json.loads(self.out)


def carnet(*words: object, stdin: str = "", language: str = "en") -> Ran:
    """Run `carnet` with these words; the language is said last unless it is ""."""
    said = [*map(str, words), *(["--lang", language] if language else [])]
    done = subprocess.run(
        [sys.executable, "-m", "app", *said], input=stdin, capture_output=True, encoding="utf-8", cwd=ROOT
    )
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
