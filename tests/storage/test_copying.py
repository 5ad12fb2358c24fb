"""A copy is complete, verified, or not there at all."""

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
import time

import pytest

from app.errors import CopyFailed, CopyPutOff, FileNotWritten, NotebookDamaged
from app.personal.notes import PersonalNotes
from app.storage.copy_file import copy_file
from app.storage.copying import copy_notebook
from app.storage.engine import Interrupted
from app.storage.kept_copies import copy_in, list_copies
from app.storage.notebook import NOTEBOOK, PERSONAL, Notebook
from app.storage.read_back import count_rows, read_back
from tests import builders
from tests.builders import PHRASE
from tests.storage.test_full_disk import small_drive


@pytest.fixture
def drive(tmp_path):
    """Where copies go."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def test_a_copy_opens_with_the_same_phrase(notebook, library, drive):
    """Everything that was saved is in the copy, the personal notes too, under the same phrase."""
    student = builders.kept_student(notebook)
    builders.finished(notebook, library, student_id=student.id, values={"demand": "« Je n’ose plus »"})
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(subject_id="s" * 32, student_id=student.id, text="à relire")
    copy = copy_notebook(notebook, drive)
    notes.close()
    opened = Notebook.open(copy, passphrase=PHRASE)
    assert opened.students.list() == [notebook.students.get(student.id)]
    assert opened.search.writings("ose")
    assert opened.damage() == []
    notes = PersonalNotes.open(*opened.personal_file(), opened.vault_id)
    assert notes.get("s" * 32).text == "à relire"
    notes.close()
    opened.close()


def test_a_copy_belongs_to_its_owner_alone_and_names_nobody(notebook, drive):
    """Folder 0700, files 0600; the name says when and of which notebook, in letters and figures."""
    copy = copy_notebook(notebook, drive)
    assert list(drive.iterdir()) == [copy]
    assert copy.name.startswith(f"carnet-{notebook.vault_id[:8]}-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in copy.iterdir()} == dict.fromkeys(
        ("keys.json", NOTEBOOK, PERSONAL), 0o600
    )


def test_the_notebook_goes_on_while_and_after_it_is_copied(notebook, drive):
    """Copying changes nothing, reading goes on meanwhile, and saving right after it works."""
    builders.kept_student(notebook)
    before = hashlib.sha256((notebook.folder / NOTEBOOK).read_bytes()).digest()
    copier = threading.Thread(target=copy_notebook, args=(notebook, drive))
    copier.start()
    longest = 0.0
    while copier.is_alive():
        began = time.monotonic()
        assert notebook.students.count() == 1
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.01)
    assert longest < 0.3
    assert hashlib.sha256((notebook.folder / NOTEBOOK).read_bytes()).digest() == before
    builders.kept_student(notebook)
    assert notebook.students.count() == 2


def test_what_is_saved_while_copying_is_in_the_notebook(notebook, drive):
    """A save that meets a copy waits for it and is not lost; the copy holds what stood before."""
    with notebook.held_still(notebook.folder / NOTEBOOK):
        saving = threading.Thread(target=builders.kept_student, args=(notebook,))
        saving.start()
        saving.join(0.2)
        assert saving.is_alive()
        assert notebook.students.count() == 0
    saving.join()
    assert notebook.students.count() == 1


def test_where_nothing_can_be_written_no_copy_is_made(notebook, drive):
    """A folder that is not there, or a file in its place, is said to be unwritable."""
    (drive / "file").write_bytes(b"")
    for destination in (drive / "absent", drive / "file"):
        with pytest.raises(FileNotWritten):
            copy_notebook(notebook, destination)
    assert [path.name for path in drive.iterdir()] == ["file"]


def test_a_damaged_notebook_gives_no_copy(notebook, drive):
    """A copy that does not read back whole is not kept, and the person is told."""
    for number in range(40):
        builders.kept_student(notebook, family_name=f"Reis{number}")
    # a bad sector: written by another program, as our own opening the file would drop its lock
    code = (
        "import sys; file = open(sys.argv[1], 'r+b'); file.seek(90_000); file.write(bytes(40)); file.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(notebook.folder / NOTEBOOK)], check=True)
    with pytest.raises(CopyFailed):
        copy_notebook(notebook, drive)
    assert list(drive.iterdir()) == []


def test_a_copy_that_lost_its_end_is_not_taken(notebook, drive):
    """The reading back sees missing pages and changed ones."""
    shutil.copy(notebook.folder / NOTEBOOK, drive / "copy.db")
    path, key = drive / "copy.db", notebook.keys_of_files()[notebook.folder / NOTEBOOK]
    size = path.stat().st_size
    read_back(path, key, size)
    os.truncate(path, size - 4096)
    with pytest.raises(CopyFailed):
        read_back(path, key, size)
    os.truncate(path, 0)
    with pytest.raises(CopyFailed):
        read_back(path, key, size)


def test_a_full_drive_keeps_no_half_copy(notebook, tmp_path):
    """Where it does not fit, nothing is left of it.

    Who may not mount a small drive asks the same of a folder that is not there.
    """
    for number in range(40):
        builders.kept_student(notebook, family_name=f"Reis{number}", street="x" * 20_000)
    with small_drive(tmp_path / "stick", 1) as stick:
        destination = stick or tmp_path / "stick" / "absent"
        with pytest.raises(FileNotWritten):
            copy_notebook(notebook, destination)
        assert list((tmp_path / "stick").iterdir()) == []


def test_a_file_is_copied_as_it_is_and_never_over_another(tmp_path, drive):
    """One file, byte for byte, private, and refused where one of that name lies already."""
    (tmp_path / "source").write_bytes(os.urandom(3_000_000))
    copy_file(str(tmp_path / "source"), str(drive))
    assert (drive / "source").read_bytes() == (tmp_path / "source").read_bytes()
    assert stat.S_IMODE((drive / "source").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        copy_file(str(tmp_path / "source"), str(drive))


def test_a_copy_that_was_damaged_afterwards_does_not_open(notebook, drive):
    """A copy on a bad stick is damaged, not empty."""
    copy = copy_notebook(notebook, drive)
    os.truncate(copy / NOTEBOOK, 4096)
    with pytest.raises(NotebookDamaged):
        Notebook.open(copy, passphrase=PHRASE)


def test_rows_are_counted_against_the_original(notebook, drive):
    """A copy whose pages all carry their seal but that lacks a row is not taken."""
    builders.kept_student(notebook)
    path, key = notebook.counted_file, notebook.keys_of_files()[notebook.counted_file]
    rows = count_rows(path, key)
    assert rows["student"] == 1
    assert rows["school"] == 1
    assert not any(name.startswith(("people", "writings", "sqlite")) for name in rows)
    copy = copy_notebook(notebook, drive) / NOTEBOOK
    read_back(copy, key, copy.stat().st_size, rows)
    with pytest.raises(CopyFailed):
        read_back(copy, key, copy.stat().st_size, rows | {"student": 2})


class Slow:
    """The notebook on a drive so slow that nothing of it can be read before somebody wants to write."""

    def __init__(self, notebook) -> None:
        self.folder, self.vault_id = notebook.folder, notebook.vault_id
        self.counted_file, self.keys_of_files = notebook.counted_file, notebook.keys_of_files
        self._notebook, self.held = notebook, threading.Event()

    @property
    def is_awaited(self):
        return self._notebook.is_awaited

    @contextlib.contextmanager
    def held_still(self, path):
        with self._notebook.held_still(path):
            self.held.set()
            enough = time.monotonic() + 5
            while not self.is_awaited and time.monotonic() < enough:
                time.sleep(0.001)
            yield


def test_whoever_writes_goes_first(notebook, drive):
    """A copy that nobody asked for leaves off as soon as somebody wants to write, and leaves nothing."""
    slow, saved = Slow(notebook), threading.Event()

    def save() -> None:
        slow.held.wait()
        builders.kept_student(notebook)
        saved.set()

    saving = threading.Thread(target=save)
    saving.start()
    with pytest.raises(Interrupted):
        copy_notebook(slow, drive, insist=False)
    assert saved.wait(1)
    saving.join()
    assert list(drive.iterdir()) == []
    assert notebook.students.count() == 1


def test_a_copy_that_never_comes_to_its_turn_is_put_off(notebook, drive):
    """Where somebody writes all the while it says so, instead of making anybody wait."""
    enough = threading.Event()

    def write_on() -> None:
        while not enough.is_set():
            notebook.preferences.set("x", time.time())
            time.sleep(0.01)

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        with pytest.raises(CopyPutOff):
            copy_notebook(Slow(notebook), drive, patience=0.5)
    finally:
        enough.set()
        writer.join()
    assert list(drive.iterdir()) == []
    copy_notebook(notebook, drive)


def test_a_copy_is_called_off_at_once(notebook, drive):
    """Whatever it is doing, a copy ends within a tenth of a second and nothing of it stays."""
    calls = []

    class Enough(Exception):
        """Somebody locks."""

    def go_on() -> None:
        calls.append(time.monotonic())
        if len(calls) > 3:
            raise Enough

    with pytest.raises(Enough):
        copy_notebook(notebook, drive, go_on=go_on)
    assert time.monotonic() - calls[-1] < 0.1
    assert list(drive.iterdir()) == []
    copy_notebook(notebook, drive)


def test_what_a_kill_left_of_a_copy_goes_with_the_next(notebook, drive):
    """Half a copy is never listed, and is removed; those of another notebook stay."""
    ours = drive / f".carnet-{notebook.vault_id[:8]}-2026-11-20-101400.partial"
    theirs = drive / ".carnet-00000000-2026-11-20-101400.partial"
    for folder in (ours, theirs):
        folder.mkdir()
        (folder / NOTEBOOK).write_bytes(b"half")
    copy = copy_notebook(notebook, drive)
    assert set(drive.iterdir()) == {copy, theirs}


def test_two_copies_of_one_second_are_two(notebook, drive):
    """A name that is taken gets a number."""
    made = {copy_notebook(notebook, drive) for _ in range(3)}
    assert len(made) == 3
    assert [copy.folder for copy in list_copies(drive, notebook.vault_id)] == sorted(
        made, key=lambda folder: copy_in(folder), reverse=True
    )
