"""An old notebook is copied before it is changed; whenever it is killed, it is old or new."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.errors import NotCopiedBefore, NotebookDamaged
from app.storage.copy_inside import OpenCopy
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.migrate import newest
from app.storage.notebook import NOTEBOOK, Notebook
from tests.storage.test_full_disk import small_drive
from tests.storage.test_samples import SAMPLES, phrase

KILLS, POINTS = 6, 50
ROOT = Path(__file__).parents[2]


@pytest.fixture
def old(tmp_path):
    """The first schema ever shipped, and its phrase."""
    return Path(shutil.copytree(SAMPLES[0], tmp_path / "notebook")), phrase(SAMPLES[0])


def version_in(folder, words):
    """Which schema the notebook in a folder has, read only."""
    engine = OpenCopy.open(folder, passphrase=words).engine()
    try:
        return engine.row("PRAGMA user_version")[0], engine.structure_damage()
    finally:
        engine.close()


def test_an_old_notebook_is_copied_before_it_is_brought_up_to_date(old):
    """The copy holds the old schema and opens; the notebook has the new one. Opened again, none is made."""
    folder, words = old
    Notebook.open(folder, passphrase=words).close()
    (copy,) = list_copies(folder / FOLDER)
    assert version_in(copy.folder, words) == (1, [])
    assert version_in(folder, words) == (newest(), [])
    Notebook.open(folder, passphrase=words).close()
    assert list_copies(folder / FOLDER) == [copy]


def test_where_no_copy_can_be_made_nothing_is_changed(old):
    """One sentence says why it does not open, and every byte is as before."""
    folder, words = old
    (folder / FOLDER).write_bytes(b"a file where the folder should be")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "notebook.lock"}
    with pytest.raises(NotCopiedBefore):
        Notebook.open(folder, passphrase=words)
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "notebook.lock"}
    assert after == before


def test_a_damaged_old_notebook_is_not_brought_up_to_date(old):
    """It is said to be damaged, and keeps the schema it had."""
    folder, words = old
    with (folder / NOTEBOOK).open("r+b") as file:
        file.seek(-3000, 2)
        file.write(bytes(8))
    before = (folder / NOTEBOOK).read_bytes()
    with pytest.raises(NotebookDamaged):
        Notebook.open(folder, passphrase=words)
    assert (folder / NOTEBOOK).read_bytes() == before
    assert list_copies(folder / FOLDER) == []


@pytest.mark.parametrize("room", [8, 12, 16, 24])
def test_a_full_drive_leaves_an_old_notebook_old_or_new(tmp_path, room):
    """On a stick without room for copy or change it stays what it was, or is whole and new.

    Who may not mount a small drive meets the same promise where there is room.
    """
    words, sample = phrase(SAMPLES[0]), SAMPLES[0]
    size = sum(path.stat().st_size for path in sample.iterdir())
    with small_drive(tmp_path / "stick", max(1, size * room // 8 >> 20)) as stick:
        folder = Path(shutil.copytree(sample, (stick or tmp_path) / "notebook"))
        try:
            Notebook.open(folder, passphrase=words).close()
        except NotCopiedBefore:
            assert version_in(folder, words) == (1, [])
        assert version_in(folder, words)[1] == []
        copies = list_copies(folder / FOLDER)
        if version_in(folder, words)[0] > 1:
            assert [version_in(copy.folder, words) for copy in copies] == [(1, [])]
        elsewhere = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    Notebook.open(elsewhere, passphrase=words).close()
    assert version_in(elsewhere, words) == (newest(), [])


def test_killed_while_it_changes_it_is_old_or_new(tmp_path):
    """At each of fifty moments the schema is a whole one, the file sound, and goes on from there."""
    folder = shutil.copytree(SAMPLES[0], tmp_path / "notebook")
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.migrating", str(folder), phrase(SAMPLES[0]), str(POINTS)],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert sum(found.values()) == POINTS
    assert found.keys() - {str(newest())}, "some of the kills came in time"


def test_killed_while_it_is_opened_it_has_its_copy(tmp_path):
    """Where the notebook is new after kill -9, a proved copy of the old one lies beside."""
    words, chance = phrase(SAMPLES[0]), random.Random(20261122)
    whole = time_to_open(tmp_path / "measured", words)
    for number in range(KILLS):
        folder = Path(shutil.copytree(SAMPLES[0], tmp_path / f"notebook-{number}"))
        process = opening(folder, words)
        time.sleep(chance.uniform(whole / 2, whole * 1.05))
        process.kill()
        process.communicate()
        copies = [version_in(copy.folder, words) for copy in list_copies(folder / FOLDER)]
        assert set(map(str, copies)) <= {"(1, [])"}
        notebook = Notebook.open(folder, passphrase=words)
        assert notebook.damage() == []
        notebook.close()
        assert (1, []) in [version_in(copy.folder, words) for copy in list_copies(folder / FOLDER)]
        assert not list((folder / FOLDER).glob(".*")), "what the kill left of a copy is gone"


def time_to_open(folder, words):
    """How long the opening takes that brings it up to date, from the first word of the program on."""
    shutil.copytree(SAMPLES[0], folder)
    process = opening(folder, words)
    began = time.monotonic()
    process.communicate()
    return time.monotonic() - began


def opening(folder, words):
    """A program that opens the notebook, at the moment it begins to."""
    code = (
        "import sys; from pathlib import Path; from app.storage.notebook import Notebook;"
        "print('ready', flush=True); Notebook.open(Path(sys.argv[1]), passphrase=sys.argv[2]).close()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), words], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout.readline() == "ready\n"
    return process
