"""Starts the programs of this folder and reads what they print."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.architecture.house import ROOT


def run(program: str, *words: object, **environment: str | Path) -> "subprocess.CompletedProcess[str]":
    """A program of this folder that has ended."""
    return subprocess.run(
        [sys.executable, "-m", f"tests.faults.{program}", *map(str, words)],
        capture_output=True, text=True, cwd=ROOT,
        env=os.environ | {name: str(value) for name, value in environment.items()},
    )  # fmt: skip


def told_by(program: str, *words: object, preload: Path | None = None) -> list[dict[str, Any]]:
    """What a program printed, a line of JSON each."""
    done = run(program, *words, **({"LD_PRELOAD": preload} if preload else {}))
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]
