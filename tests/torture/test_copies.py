"""What takes minutes: every kept copy put back, ten thousand flipped bits, a thousand kills of a change."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from app.actions.copies.keep_copies import keep_copies
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.migrate import newest
from app.storage.notebook import Notebook
from tests.actions.copies.test_restore_notebook import flipped, put_back, thirty_one
from tests.storage.test_before_migration import ROOT
from tests.storage.test_samples import SAMPLES, phrase

FLIPS, POINTS = 10_000, 1_000


def test_each_of_the_thirty_one(notebook: Notebook, tmp_path: Path) -> None:
    """Every copy that is kept can be put back, opened and checked."""
    left = thirty_one(notebook)
    put_back(left, tmp_path)
    print(f"{len(left)} copies put back")


def test_ten_thousand_bits(notebook: Notebook) -> None:
    """No flipped bit of a copy goes unseen."""
    keep_copies(notebook)
    (copy,) = list_copies(notebook.folder / FOLDER)
    assert flipped(copy.folder, notebook, FLIPS) == []
    print(f"{FLIPS} bits flipped, every one seen")


def test_a_thousand_kills_of_every_change(tmp_path: Path) -> None:
    """From every schema ever shipped: old or new at every moment, and sound."""
    for sample in SAMPLES[: newest() - 1]:
        folder = shutil.copytree(sample, tmp_path / sample.name)
        done = subprocess.run(
            [sys.executable, "-m", "tests.storage.migrating", str(folder), phrase(sample), str(POINTS)],
            capture_output=True, text=True, cwd=ROOT,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        print(f"{sample.name}: {json.loads(done.stdout)}")
