"""The folder is taken away while the notebook is open, as with a stick, and comes back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import FolderReadOnly, NotebookDamaged, NotebookGone, NotebookInUse
from app.models.draft import Draft
from app.models.task import Task
from app.personal.note import NoteDraft
from app.personal.notes import PersonalNotes
from app.storage import holder
from app.storage.notebook import NOTEBOOK, Notebook
from tests.builders import PHRASE, kept_student

HOLDER = """
import sys
from pathlib import Path
from app.storage.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]), passphrase=sys.argv[2])
print("open", flush=True)
sys.stdin.read()
notebook.close()
"""


def keep(notebook: Notebook, text: str) -> None:
    """A draft as typing makes one."""
    notebook.drafts.keep(
        Draft(record_id="d" * 32, kind="interview", form="x", form_version=1, content={"demand": text})
    )


def kept(notebook: Notebook) -> str:
    """What the draft holds."""
    draft = notebook.drafts.get("d" * 32)
    return str(draft.content["demand"]) if draft else ""


def test_nothing_is_written_into_nowhere(folder: Path, notebook: Notebook) -> None:
    """While the folder is gone every change fails by name; back in its place, all goes on by itself."""
    keep(notebook, "avant")
    away = folder.rename(folder.with_name("ailleurs"))
    for change in (lambda: keep(notebook, "pendant"), lambda: notebook.drafts.drop("d" * 32)):
        with pytest.raises(NotebookGone) as gone:
            change()
        assert gone.value.values == {"folder": str(folder)}
    with pytest.raises(NotebookGone), notebook.change():
        notebook.tasks.save(Task(text="perdu"))
    assert not folder.exists(), "no empty notebook is made in its place"
    assert kept(notebook) == "avant"
    away.rename(folder)
    keep(notebook, "après")
    notebook.close()
    assert_kept(folder, "après")


def assert_kept(folder: Path, text: str) -> None:
    """Opened again, the notebook is whole and holds what was acknowledged."""
    again = Notebook.open(folder, passphrase=PHRASE)
    assert kept(again) == text
    assert again.tasks.count() == 0
    assert again.damage() == []
    again.close()


def test_a_drive_that_comes_back_is_opened_anew(folder: Path, notebook: Notebook) -> None:
    """The same files under the same name are other files to the system: written there, found there."""
    personal = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    personal.ask_first(change=notebook.lock.stand, anew=notebook.lock.renew)
    keep(notebook, "avant")
    away = folder.rename(folder.with_name("ailleurs"))
    with pytest.raises(NotebookGone):
        keep(notebook, "pendant")
    shutil.copytree(away, folder)
    personal.keep(NoteDraft("n" * 32, None, "pensé", 5, "2026-11-12T10:00:00Z"))
    keep(notebook, "après")
    student = kept_student(notebook)
    assert [hit.record_id for hit in notebook.search.people("da costa")] == [student.id]
    assert holder.read(folder) is not None
    with pytest.raises(NotebookInUse):
        Notebook.open(folder, passphrase=PHRASE)
    personal.close()
    notebook.close()
    assert not (folder / holder.NAME).exists()
    assert_kept(folder, "après")
    again = Notebook.open(folder, passphrase=PHRASE)
    notes = PersonalNotes.open(*again.personal_file(), again.vault_id)
    assert notes.draft("n" * 32).text == "pensé"
    notes.close()
    again.close()


def test_whoever_was_quicker_keeps_it(folder: Path, notebook: Notebook) -> None:
    """Opened by another program before it was back here: that one writes, this one is told."""
    keep(notebook, "avant")
    away = folder.rename(folder.with_name("ailleurs"))
    shutil.copytree(away, folder)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), PHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    with pytest.raises(NotebookInUse):
        keep(notebook, "pendant")
    other.communicate("")
    keep(notebook, "après")
    notebook.close()
    assert_kept(folder, "après")


def test_a_file_alone_may_go_and_come(folder: Path, notebook: Notebook) -> None:
    """Only the database is away: said like a folder that is gone; nothing of another's is taken for it."""
    keep(notebook, "avant")
    away = (folder / NOTEBOOK).rename(folder / "x.db")
    with pytest.raises(NotebookGone):
        keep(notebook, "pendant")
    away.rename(folder / NOTEBOOK)
    keep(notebook, "après")
    notebook.close()
    assert_kept(folder, "après")


def test_a_read_only_folder_is_told_and_goes_on_afterwards(folder: Path) -> None:
    """Write-protected in the middle of the work: told by its name; writable again, all goes on."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.read_only", str(folder), PHRASE],
        capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split() == ["kept", FolderReadOnly.__name__, "kept"], done.stderr
    assert_kept(folder, "après")


def test_a_foreign_notebook_is_not_taken_for_ours(folder: Path, notebook: Notebook, tmp_path: Path) -> None:
    """Another file in its place is refused, and stays as it was."""
    keep(notebook, "avant")
    (folder / NOTEBOOK).rename(tmp_path / "ours.db")
    (folder / NOTEBOOK).write_bytes(bytes(8192))
    with pytest.raises(NotebookDamaged):
        keep(notebook, "pendant")
    assert (folder / NOTEBOOK).read_bytes() == bytes(8192)
    (folder / NOTEBOOK).unlink()
    (tmp_path / "ours.db").rename(folder / NOTEBOOK)
    keep(notebook, "après")
    notebook.close()
    assert_kept(folder, "après")


def test_nothing_is_made_where_the_drive_was(folder: Path, notebook: Notebook) -> None:
    """An empty folder where the drive used to be mounted stays empty."""
    away = folder.rename(folder.with_name("ailleurs"))
    folder.mkdir()
    with pytest.raises(NotebookGone):
        keep(notebook, "pendant")
    assert list(folder.iterdir()) == []
    folder.rmdir()
    away.rename(folder)
