"""A drive that takes no more: said as it is, and nothing that was acknowledged is lost."""

import contextlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage.notebook import Notebook
from tests.builders import PHRASE


def filled(folder, limit=0):
    """What the program that saves until it is refused reports."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.filling", str(folder), PHRASE, str(limit)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return json.loads(done.stdout)


def assert_whole(folder, kept):
    """The notebook opens, holds exactly what was acknowledged, checks, and takes new work."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    assert notebook.tasks.count() == kept
    assert notebook.drafts.list() == []
    assert notebook.damage() == []
    notebook.close()


def test_a_drive_that_refuses_more_loses_nothing(folder):
    """Where a file may grow no further, saving fails with a word for it and the notebook stays whole."""
    limit = (folder / "notebook.db").stat().st_size + 200 * 1024
    report = filled(folder, limit)
    assert report["failures"] == ["SavingFailed"]
    assert report["kept"] > 5
    assert report["readable"]
    assert not report["draft"]
    assert_whole(folder, report["kept"])
    assert filled(folder, limit * 2)["kept"] > 5, "with more room it goes on"


@contextlib.contextmanager
def small_drive(at, mibibytes):
    """A drive of that size, where this account may mount one; otherwise None."""
    at.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={mibibytes}m,mode=0700", "carnet-test", str(at)]
    mounted = shutil.which("mount") and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield at if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(at)], check=True)


@pytest.mark.parametrize("mibibytes", [2, 3])
def test_a_full_drive_is_told_as_a_full_drive(empty_folder, tmp_path, mibibytes):
    """On a stick that is full the person reads that it is full; what was saved is there afterwards.

    Who may not mount a small drive meets the same promise through the size a file may have.
    """
    with small_drive(tmp_path / "stick", mibibytes) as stick:
        folder = Path(shutil.copytree(empty_folder, (stick or tmp_path) / "notebook"))
        report = filled(folder, 0 if stick else mibibytes << 20)
        assert report["failures"] == (["DiskFull"] if stick else ["SavingFailed"])
        assert report["kept"] > 5
        assert report["readable"]
        assert not report["draft"]
        elsewhere = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    assert_whole(elsewhere, report["kept"])
