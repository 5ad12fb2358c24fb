"""Whoever finds the notebook held learns where and since when, and nothing about anybody."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from app.errors import CarnetError, NotebookInUse, NotebookLeftOpen, NotebookUnreadable, WrongPassphrase
from app.i18n import Locale
from app.storage import holder
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook
from tests.builders import PHRASE

ROOT = Path(__file__).parents[2]
_NOBODY = 65534
OPENER = """
import sys
from pathlib import Path
from app.errors import CarnetError
from app.i18n import Locale
from app.storage.notebook import Notebook
try:
    notebook = Notebook.open(Path(sys.argv[1]), passphrase=sys.argv[2])
except CarnetError as failure:
    print(type(failure).__name__, failure.said(Locale("en")), flush=True)
    sys.exit()
print("open", flush=True)
sys.stdin.read()
notebook.close()
"""


@contextmanager
def opened_elsewhere(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program has the notebook open."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPENER, str(folder), PHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.communicate("")


def left_by(folder: Path, computer: str, since: str = "2026-11-12T09:30:00Z") -> None:
    """Another computer's note."""
    (folder / holder.NAME).write_text(json.dumps({"computer": computer, "since": since}))


def test_the_second_is_told_since_when(folder: Path) -> None:
    """While another program has it open, the sentence names the moment; that one goes on undisturbed."""
    with opened_elsewhere(folder):
        note = holder.read(folder)
        assert note is not None
        assert note.is_here
        with pytest.raises(NotebookInUse) as refused:
            Notebook.open(folder, passphrase=PHRASE)
        said = refused.value.said(Locale("en"))
        assert Locale("en").moment(note.since) in said
        assert "another window" in said
        assert holder.read(folder) == note
    assert not (folder / holder.NAME).exists()
    Notebook.open(folder, passphrase=PHRASE).close()


def test_another_computer_is_named(folder: Path) -> None:
    """On a drive whose locks reach everybody, the computer that holds the notebook is named."""
    with opened_elsewhere(folder):
        left_by(folder, "salle-12")
        with pytest.raises(NotebookInUse) as refused:
            Notebook.open(folder, passphrase=PHRASE)
        assert "salle-12" in refused.value.said(Locale("fr"))


def test_what_a_crash_left_is_taken_over(folder: Path) -> None:
    """After kill -9 the note is stale: the notebook opens at once, and the note is the new one's."""
    with opened_elsewhere(folder) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        stale = holder.read(folder)
        assert stale is not None
        notebook = Notebook.open(folder, passphrase=PHRASE)
        fresh = holder.read(folder)
        assert fresh is not None
        assert datetime.fromisoformat(fresh.since) >= datetime.fromisoformat(stale.since)
        notebook.close()
    assert not (folder / holder.NAME).exists()


def test_another_computers_note_lets_a_person_decide(folder: Path) -> None:
    """No lock, but a note of another computer: it may be open there, so it is asked and never guessed."""
    left_by(folder, "salle-12")
    with pytest.raises(NotebookLeftOpen) as refused:
        Notebook.open(folder, passphrase=PHRASE)
    said = refused.value.said(Locale("en"))
    assert "salle-12" in said
    assert Locale("en").moment("2026-11-12T09:30:00Z") in said
    assert holder.read(folder) == holder.Holder("salle-12", "2026-11-12T09:30:00Z")
    with pytest.raises(NotebookLeftOpen):  # and not NotebookInUse: a refused opening lets go of the lock
        NotebookLock(folder).acquire()
    notebook = Notebook.open(folder, passphrase=PHRASE, take_over=True)
    note = holder.read(folder)
    assert note is not None
    assert note.is_here
    notebook.close()
    Notebook.open(folder, passphrase=PHRASE).close()


def test_taken_over_elsewhere_it_is_not_written_to_here(folder: Path, notebook: Notebook) -> None:
    """Where no lock reaches the other computer, its note stops this one before the next change."""
    notebook.preferences.set("a", 1)
    left_by(folder, "salle-12")
    with pytest.raises(NotebookInUse) as refused:
        notebook.preferences.set("a", 2)
    assert "salle-12" in refused.value.said(Locale("en"))
    with pytest.raises(NotebookInUse), notebook.change():
        notebook.preferences.set("a", 3)
    assert notebook.preferences.get("a") == 1
    notebook.close()
    assert holder.read(folder) == holder.Holder("salle-12", "2026-11-12T09:30:00Z"), "its note stays"


def test_a_wrong_phrase_takes_nothing_over(folder: Path) -> None:
    """Another computer's note stays until the notebook is really open here."""
    left_by(folder, "salle-12")
    with pytest.raises(WrongPassphrase):
        Notebook.open(folder, passphrase="une autre phrase", take_over=True)
    assert holder.read(folder) == holder.Holder("salle-12", "2026-11-12T09:30:00Z")


_SINCE = b'"since": "2026-11-12T09:30:00Z"}'
NO_NOTES = (
    b"", b"{", b"[]", b"\xff\xfe", b'{"computer": "a"}', b'{"computer": "a", "since": "hier"}', b"x" * 9_000,
    b'{"computer": "a\\nb", ' + _SINCE,
    b'{"computer": "", ' + _SINCE,
    b'{"computer": "' + b"a" * 500 + b'", ' + _SINCE,
)  # fmt: skip


@pytest.mark.parametrize("content", NO_NOTES)
def test_a_note_that_is_none_keeps_nobody_out(folder: Path, content: bytes) -> None:
    """Whatever lies there, it is not shown to anybody and the notebook opens."""
    (folder / holder.NAME).write_bytes(content)
    assert holder.read(folder) is None
    notebook = Notebook.open(folder, passphrase=PHRASE)
    assert holder.read(folder) is not None
    notebook.close()


def test_the_note_says_nothing_about_anybody(folder: Path, notebook: Notebook) -> None:
    """A computer and a moment, for its owner alone; a link in its place leads nowhere."""
    file = folder / holder.NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_bytes()).keys() == {"computer", "since"}
    notebook.close()
    elsewhere = folder.parent / "elsewhere"
    file.symlink_to(elsewhere)
    Notebook.open(folder, passphrase=PHRASE).close()
    assert not elsewhere.exists()


@pytest.fixture
def shared(empty_folder: Path) -> Iterator[Path]:
    """A notebook in a place every user of this computer can reach."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o711)
        yield Path(shutil.copytree(empty_folder, Path(place) / "carnet"))


def test_another_user_never_writes(shared: Path) -> None:
    """Somebody else on this computer is refused and told why, even where everybody may write.

    Who may not become somebody else is, for the system, an owner who forbade it to everybody.
    """
    with opened_elsewhere(shared):
        before = sorted(path.name for path in shared.iterdir())
        assert _told_to_somebody_else(shared) == NotebookUnreadable.__name__
        for path in (*shared.iterdir(), shared):
            path.chmod(0o777 if path.is_dir() else 0o666)
        if os.geteuid() == 0:
            assert _told_to_somebody_else(shared) == NotebookInUse.__name__
        assert sorted(path.name for path in shared.iterdir()) == before


def _told_to_somebody_else(folder: Path) -> str:
    """The failure a user meets who does not own the folder, or `open`."""
    if os.geteuid() != 0:
        folder.chmod(0)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = "broken"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(_NOBODY)
                os.setuid(_NOBODY)
            Notebook.open(folder, passphrase=PHRASE)
            told = "open"
        except CarnetError as failure:
            told = type(failure).__name__
        finally:
            os.write(writing, told.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    os.waitpid(child, 0)
    folder.chmod(0o700)
    return told
