"""What can be wrong with a notebook: each thing is told apart, and nothing is touched."""

import hashlib
import json
import os
import shutil
import subprocess
import sys

import pytest

from app.errors import (
    FolderNotEmpty,
    FolderReadOnly,
    KeysDamaged,
    KeysMissing,
    KeysNotWritten,
    NotANotebook,
    NotebookDamaged,
    NotebookInUse,
    NotebookMissing,
    NotebookTooNew,
    PersonalDamaged,
    PersonalMissing,
    WrongPassphrase,
)
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.security.passphrase import FLOOR
from app.storage.database_file import PAGE
from app.storage.lock import NAME as LOCK
from app.storage.notebook import KEYS, NOTEBOOK, PERSONAL, Notebook
from tests import builders
from tests.builders import PHRASE

PLAIN_HOLDER = """
import sys
from pathlib import Path
from app.storage.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]), passphrase=sys.argv[2])
print("open", flush=True)
sys.stdin.read()
notebook.close()
"""


def hashes(folder):
    """Every file of a folder by name, but the lock, which says nothing."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


def cut(folder, size):
    """Leave only the first bytes of the notebook."""
    os.truncate(folder / NOTEBOOK, size)


def flip(path, position):
    """Change one bit."""
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)


def pages(folder):
    """How many pages the notebook has."""
    return (folder / NOTEBOOK).stat().st_size // PAGE


def newer_keys(folder):
    """Keys written by a later version."""
    from app.security import checked_json

    content = json.loads((folder / KEYS).read_text())
    del content["checksum"]
    (folder / KEYS).write_bytes(checked_json.encode(content | {"format": 99}))


CAUSES = {
    "nothing left": (lambda folder: cut(folder, 0), NotebookDamaged),
    "one byte left": (lambda folder: cut(folder, 1), NotebookDamaged),
    "a hundred bytes left": (lambda folder: cut(folder, 100), NotebookDamaged),
    "a page less one byte": (lambda folder: cut(folder, PAGE - 1), NotebookDamaged),
    "one page left": (lambda folder: cut(folder, PAGE), NotebookDamaged),
    "a byte short": (lambda folder: cut(folder, pages(folder) * PAGE - 1), NotebookDamaged),
    "a page short": (lambda folder: cut(folder, (pages(folder) - 1) * PAGE), NotebookDamaged),
    "half": (lambda folder: cut(folder, pages(folder) // 2 * PAGE), NotebookDamaged),
    "a bit of the salt": (lambda folder: flip(folder / NOTEBOOK, 3), NotebookDamaged),
    "a bit of page 1": (lambda folder: flip(folder / NOTEBOOK, 1000), NotebookDamaged),
    "the seal of page 1": (lambda folder: flip(folder / NOTEBOOK, PAGE - 1), NotebookDamaged),
    "no notebook": (lambda folder: (folder / NOTEBOOK).unlink(), NotebookMissing),
    "no keys": (lambda folder: (folder / KEYS).unlink(), KeysMissing),
    "keys of nothing": (lambda folder: (folder / KEYS).write_bytes(b""), KeysDamaged),
    "keys with a changed sign": (lambda folder: flip(folder / KEYS, 40), KeysDamaged),
    "keys of a later version": (newer_keys, NotebookTooNew),
    "only the lock": (
        lambda folder: [(folder / name).unlink() for name in (KEYS, NOTEBOOK, PERSONAL)],
        NotANotebook,
    ),
    "a stranger's file in its place": (
        lambda folder: (folder / NOTEBOOK).write_bytes(b"SQLite format 3\0" + bytes(PAGE - 16)),
        NotebookDamaged,
    ),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_every_damage_has_its_own_word_and_nothing_is_touched(folder, cause):
    """Missing, cut, changed or foreign: said as what it is, never as a wrong phrase or an empty notebook."""
    damage, failure = CAUSES[cause]
    damage(folder)
    before = hashes(folder)
    for _ in range(2):
        with pytest.raises(failure):
            Notebook.open(folder, passphrase=PHRASE)
    assert hashes(folder) == before


def test_a_wrong_phrase_is_a_wrong_phrase(folder):
    """It is told as such, nothing is touched, and the right one opens right afterwards."""
    before = hashes(folder)
    for phrase in ("quatre saisons sans parapluies", "", PHRASE + " "):
        with pytest.raises(WrongPassphrase):
            Notebook.open(folder, passphrase=phrase)
    assert hashes(folder) == before
    Notebook.open(folder, passphrase=PHRASE).close()


def test_a_wrong_phrase_on_a_damaged_notebook_is_a_wrong_phrase(folder):
    """The phrase is judged on its own, whatever state the notebook is in."""
    flip(folder / NOTEBOOK, 1000)
    with pytest.raises(WrongPassphrase):
        Notebook.open(folder, passphrase="une autre phrase que celle-ci")


def test_other_folders_are_not_notebooks(tmp_path):
    """A folder of something else, an empty one, a file and nothing at all are no notebooks, and stay so."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "plage.jpg").write_bytes(b"jpg")
    (tmp_path / "empty").mkdir()
    before = hashes(tmp_path)
    for name in ("photos", "empty", "photos/plage.jpg", "absent"):
        with pytest.raises(NotANotebook):
            Notebook.open(tmp_path / name, passphrase=PHRASE)
    assert hashes(tmp_path) == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty", "photos", "plage.jpg"]


def test_the_file_of_another_notebook_is_damage(folder, tmp_path):
    """A database put in from another notebook does not open, with whatever phrase."""
    other = tmp_path / "other"
    Notebook.create(
        other, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    ).close()  # fmt: skip
    shutil.copy(other / NOTEBOOK, folder / NOTEBOOK)
    before = hashes(folder)
    with pytest.raises(NotebookDamaged):
        Notebook.open(folder, passphrase=PHRASE)
    assert hashes(folder) == before


def test_the_notebook_of_another_vault_is_damage(folder, notebook):
    """The row that says whose it is has to agree with the keys."""
    notebook.history._engine.run("UPDATE notebook SET vault_id = ?", ("0" * 32,))
    notebook.close()
    with pytest.raises(NotebookDamaged):
        Notebook.open(folder, passphrase=PHRASE)


def test_an_emptied_notebook_is_damage(folder, notebook):
    """Tables without that row are no notebook."""
    notebook.history._engine.run("DELETE FROM notebook")
    notebook.close()
    with pytest.raises(NotebookDamaged):
        Notebook.open(folder, passphrase=PHRASE)


@pytest.mark.parametrize("phrase", [PHRASE, "une phrase fausse de bout en bout"])
def test_a_notebook_open_elsewhere_is_said_to_be(folder, phrase):
    """While another program holds it, it is in use; when that one closes, it opens."""
    holder = subprocess.Popen(
        [sys.executable, "-c", PLAIN_HOLDER, str(folder), PHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout.readline() == "open\n"
    before = hashes(folder)
    with pytest.raises(NotebookInUse):
        Notebook.open(folder, passphrase=phrase)
    assert hashes(folder) == before
    holder.communicate("")
    Notebook.open(folder, passphrase=PHRASE).close()


def test_a_notebook_opens_after_every_failure(folder):
    """A failed opening leaves no lock behind."""
    flip(folder / NOTEBOOK, 1000)
    with pytest.raises(NotebookDamaged):
        Notebook.open(folder, passphrase=PHRASE)
    flip(folder / NOTEBOOK, 1000)
    notebook = Notebook.open(folder, passphrase=PHRASE)
    with pytest.raises(NotebookInUse):
        Notebook.open(folder, passphrase=PHRASE)
    notebook.close()
    notebook.close()
    Notebook.open(folder, passphrase=PHRASE).close()


def test_lost_personal_notes_do_not_keep_the_notebook_shut(folder):
    """The record opens without them; they themselves are said to be missing or damaged."""
    (folder / PERSONAL).unlink()
    notebook = Notebook.open(folder, passphrase=PHRASE)
    with pytest.raises(PersonalMissing) as missing:
        PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    assert notebook.damage() == ["personal: NotebookMissing"]
    (folder / PERSONAL).write_bytes(bytes(2 * PAGE))
    with pytest.raises(PersonalDamaged) as damaged:
        PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notebook.close()
    said = {error.said(Locale("en")) for error in (missing.value, damaged.value)}
    assert len(said | {NotebookMissing().said(Locale("en")), NotebookDamaged().said(Locale("en"))}) == 4
    assert all("personal.db" in sentence for sentence in said), "not the file that is there"


def create(folder):
    """A new notebook at the lowest cost."""
    return Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    )  # fmt: skip


def test_a_new_notebook_never_mixes_with_other_files(tmp_path):
    """A folder with anything in it is refused and stays as it was."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "plage.jpg").write_bytes(b"jpg")
    before = hashes(tmp_path)
    for name in ("photos", "photos/plage.jpg"):
        with pytest.raises(FolderNotEmpty):
            create(tmp_path / name)
    assert hashes(tmp_path) == before
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["plage.jpg"]


def test_a_notebook_is_never_written_over(folder):
    """Not even by a new one."""
    before = hashes(folder)
    with pytest.raises(FolderNotEmpty):
        create(folder)
    assert hashes(folder) == before


def test_a_folder_that_cannot_be_made_is_said_to_be(tmp_path):
    """A file where a folder should be on the way."""
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FolderReadOnly):
        create(tmp_path / "file" / "notebook")


def test_a_creation_that_fails_leaves_nothing(tmp_path):
    """Half a notebook is cleared away: whatever was made and the folder itself, unless it was there."""
    there, new = tmp_path / "there", tmp_path / "deep" / "new"
    there.mkdir()
    for folder in (there, new):
        with pytest.raises(ValueError, match="phrase"):
            Notebook.create(
                folder, passphrase="", role="practitioner", unit=builders.unit(),
                practitioner=builders.practitioner(), cost=FLOOR,
            )  # fmt: skip
    assert list(there.iterdir()) == []
    assert not new.exists()
    create(there).close()


def test_a_small_drive_that_is_full_makes_no_notebook(tmp_path):
    """Where no more than a few bytes fit, creating says so and leaves nothing."""
    code = (
        "import resource, sys, signal\n"
        "from tests.storage.test_opening import create\n"
        "from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))\n"
        "try:\n    create(Path(sys.argv[1]))\n"
        "except Exception as error:\n    print(type(error).__name__)\n"
    )
    told = set()
    for size in (100, 3000, 20_000, 60_000):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "notebook"), str(size)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.add(done.stdout.strip())
        assert not (tmp_path / "notebook").exists(), size
    assert told == {KeysNotWritten.__name__, "SavingFailed"}


def test_a_notebook_carries_its_demonstration_mark(tmp_path):
    """Invented people are never taken for real ones: the mark is in the notebook itself."""
    notebook = Notebook.create(
        tmp_path / "demo", passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR, demonstration=True,
    )  # fmt: skip
    notebook.close()
    notebook = Notebook.open(tmp_path / "demo", passphrase=PHRASE)
    assert notebook.is_demonstration
    notebook.close()
