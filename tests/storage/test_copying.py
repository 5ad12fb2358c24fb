"""A copy is complete, verified, or not there at all."""

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
import time

import pytest

from app.errors import CopyFailed, FileNotWritten, NotebookDamaged
from app.personal.notes import PersonalNotes
from app.storage import copying
from app.storage.copy_file import copy_file
from app.storage.copying import copy_notebook
from app.storage.notebook import NOTEBOOK, PERSONAL, Notebook
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
    copying.read_back(path, key, size)
    os.truncate(path, size - 4096)
    with pytest.raises(CopyFailed):
        copying.read_back(path, key, size)
    os.truncate(path, 0)
    with pytest.raises(CopyFailed):
        copying.read_back(path, key, size)


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
