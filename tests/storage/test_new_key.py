"""Another vault key: everything is there, only the new key opens it, and no kill loses anything."""

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.change_vault_key import change_vault_key
from app.actions.keys.keep_recovery_sheet import keep_recovery_sheet, recovery_sheet_made
from app.actions.keys.recover_notebook import try_recovery_code
from app.errors import (
    KeyNotChanged,
    NoRecoverySheet,
    NotebookDamaged,
    NotebookInUse,
    WrongCode,
    WrongPassphrase,
)
from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.security import key_file
from app.security.derive import derive_key
from app.security.next_keys import next_keys
from app.security.slots import FORMAT, KeyFile, open_keys
from app.security.vault_key import VaultKey
from app.storage.engine import Engine
from app.storage.new_key import FILES, finish_change
from app.storage.notebook import Notebook, read_keys
from tests import builders
from tests.builders import PHRASE, TODAY

ROOT = Path(__file__).parents[2]
KILLS = 6
OURS = {"keys.json", "notebook.db", "personal.db", "notebook.lock"}


@pytest.fixture
def filled(folder: Path, library: Library) -> Path:
    """A closed notebook with something in every corner."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    student = builders.kept_student(notebook)
    for n in range(3):
        builders.finished(
            notebook, library, student_id=student.id, values={"conclusion": f"Conclusion numéro {n}."}
        )
    notebook.close()
    return folder


def test_everything_is_there_under_another_key(filled: Path) -> None:
    """Rows, revisions, search and personal file come through; the phrase stays; no file is left over."""
    before, vault_id = _rows(filled), read_keys(filled).vault_id
    former = open_keys(read_keys(filled), passphrase=PHRASE)
    change_vault_key(folder=filled, passphrase=PHRASE)
    keys = read_keys(filled)
    assert (keys.format, keys.epoch, keys.vault_id, keys.next) == (FORMAT, 2, vault_id, None)
    assert _names(filled) == OURS
    assert _rows(filled) == before
    now = open_keys(keys, passphrase=PHRASE)
    assert bytes(now.content) != bytes(former.content)
    notebook = Notebook.open(filled, passphrase=PHRASE)
    assert len(notebook.search.writings("numéro", limit=10)) == 3
    assert notebook.damage() == []
    path, key = notebook.personal_file()
    PersonalNotes.open(path, key, notebook.vault_id).close()
    notebook.close()


def test_the_former_key_opens_nothing(filled: Path) -> None:
    """Whoever copied the former key can read nothing that is written now."""
    former = open_keys(read_keys(filled), passphrase=PHRASE)
    change_vault_key(folder=filled, passphrase=PHRASE)
    for name, use in FILES.items():
        with pytest.raises(NotebookDamaged):
            Engine.open(filled / name, derive_key(former, use=use))
        forged = VaultKey(key=bytes(former.content), vault_id=former.vault_id, epoch=2)
        with pytest.raises(NotebookDamaged):
            Engine.open(filled / name, derive_key(forged, use=use))


def test_files_stay_their_owners_alone(filled: Path) -> None:
    """The new files have the rights of the former ones, and nothing in them is in clear."""
    change_vault_key(folder=filled, passphrase=PHRASE)
    for name in FILES:
        path = filled / name
        assert path.stat().st_mode & 0o777 == 0o600
        raw = path.read_bytes()
        assert not raw.startswith(b"SQLite")
        assert b"Conclusion" not in raw


def test_the_sheet_follows_with_its_code_and_ends_without(filled: Path) -> None:
    """Typed in, the code goes on opening; not typed in, its sheet ends and Today asks for a new one."""
    notebook = Notebook.open(filled, passphrase=PHRASE)
    code, sheet = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    notebook.close()
    with pytest.raises(WrongCode):
        change_vault_key(folder=filled, passphrase=PHRASE, code=bytes(20))
    change_vault_key(folder=filled, passphrase=PHRASE, code=code)
    assert read_keys(filled).epoch == 2
    typed = " ".join(sheet.groups)
    Notebook.recover(filled, code=try_recovery_code(folder=filled, typed=typed), passphrase=PHRASE).close()
    change_vault_key(folder=filled, passphrase=PHRASE)
    with pytest.raises(NoRecoverySheet):
        try_recovery_code(folder=filled, typed=typed)
    notebook = Notebook.open(filled, passphrase=PHRASE)
    assert recovery_sheet_made(notebook) is None
    notebook.close()


def test_it_needs_the_phrase_and_a_closed_notebook(filled: Path) -> None:
    """A wrong phrase or an open window: told, and not a byte changed."""
    before = _bytes(filled)
    with pytest.raises(WrongPassphrase):
        change_vault_key(folder=filled, passphrase="une autre phrase")
    assert _bytes(filled) == before
    notebook = Notebook.open(filled, passphrase=PHRASE)
    before = _bytes(filled)  # with the line that says it was opened
    with pytest.raises(NotebookInUse):
        change_vault_key(folder=filled, passphrase=PHRASE)
    assert _bytes(filled) == before
    notebook.close()


def test_where_there_is_no_room_everything_stays(filled: Path) -> None:
    """A copy that cannot be written is told; the notebook opens as before and nothing is left over."""
    before = _rows(filled)
    size = (filled / "notebook.db").stat().st_size
    done = subprocess.run(
        [sys.executable, "-c", _IN_LITTLE_ROOM, str(filled), PHRASE, str(size // 2)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == [KeyNotChanged.__name__], done.stderr
    assert _names(filled) == OURS
    assert read_keys(filled).epoch == 1
    assert _rows(filled) == before
    Notebook.open(filled, passphrase=PHRASE).close()


def test_a_damaged_notebook_is_not_copied_over(filled: Path) -> None:
    """Damage found on the way stops the change: the former files stay for whoever repairs them."""
    path = filled / "notebook.db"
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    with pytest.raises(KeyNotChanged):
        change_vault_key(folder=filled, passphrase=PHRASE)
    assert path.read_bytes() == bytes(raw)
    assert _names(filled) == OURS


def test_killed_at_any_line_one_key_opens_everything(filled: Path, tmp_path: Path) -> None:
    """Killed before any line of the change, the key file says which key counts, and it opens both files."""
    found = killed_at_lines(filled, tmp_path / "kills", step=13)
    assert len(found) > 20
    assert found == sorted(found)
    assert set(found) == {1, 2}


def killed_at_lines(start: Path, folder: Path, *, step: int) -> list[int]:
    """The epoch found after each kill; every state is opened, counted and checked."""
    folder.mkdir()
    before = _rows(start)
    pending, present, coming = next_keys(read_keys(start), passphrase=PHRASE)
    (folder / "pending.json").write_bytes(pending.encode())
    (folder / "keys").write_text(f"{bytes(present.content).hex()} {bytes(coming.content).hex()}")
    (start.rename(folder / "start") / "notebook.lock").unlink(missing_ok=True)
    _program("lines", folder, step)
    numbers = sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit())
    return [_after_a_kill(folder / str(number), present, coming, before) for number in numbers]


def _after_a_kill(
    folder: Path, present: VaultKey, coming: VaultKey, before: dict[str, dict[str, int]]
) -> int:
    keys = key_file.read(folder / key_file.NAME)
    finish_change(folder, keys)
    key_file.settle(folder / key_file.NAME, keys.current)
    epoch = keys.current.epoch
    assert _names(folder) == OURS - {"notebook.lock"}
    assert read_keys(folder) == keys.current
    assert _rows(folder, {1: present, 2: coming}[epoch]) == before
    return epoch


def test_killed_at_random_instants_the_phrase_opens(filled: Path) -> None:
    """SIGKILL at instants nobody chose, SQLite's own writing included: the phrase opens, all is counted."""
    before, chance = _rows(filled), random.Random(20261122)
    started = time.perf_counter()
    change_vault_key(folder=filled, passphrase=PHRASE)
    takes = time.perf_counter() - started  # on this computer, busy as it is
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.changing_key", "again", str(filled), PHRASE],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0.2, 1.4) * takes)
        child.kill()
        child.communicate()
        notebook = Notebook.open(filled, passphrase=PHRASE)
        assert notebook.damage() == []
        notebook.close()
        assert _names(filled) == OURS
        assert _rows(filled) == before
    assert read_keys(filled).epoch >= 2


@pytest.mark.parametrize("ready", [False, True])
def test_an_interrupted_change_ends_at_the_next_opening(filled: Path, ready: bool) -> None:
    """Half-written copies of a key that does not count are removed; a later opening finds no trace."""
    keys = read_keys(filled)
    pending, *_ = next_keys(keys, passphrase=PHRASE)
    if ready:
        change_vault_key(folder=filled, passphrase=PHRASE)
        after = read_keys(filled)
        following = msgspec.structs.replace(pending.next, slots=after.slots, ready=True)
        key_file.write(filled / "keys.json", msgspec.structs.replace(pending, next=following))
    else:
        key_file.write(filled / "keys.json", pending)
        (filled / "notebook.db.next").write_bytes(b"half")
        (filled / "notebook.db.next-journal").write_bytes(b"half")
    with pytest.raises(WrongPassphrase):
        Notebook.open(filled, passphrase="une autre phrase")
    Notebook.open(filled, passphrase=PHRASE).close()
    assert _names(filled) == OURS
    assert (read_keys(filled).epoch, read_keys(filled).next) == (2 if ready else 1, None)


_IN_LITTLE_ROOM = """
import resource, signal, sys
from pathlib import Path
from app.actions.keys.change_vault_key import change_vault_key
from app.errors import CarnetError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    change_vault_key(folder=Path(sys.argv[1]), passphrase=sys.argv[2])
except CarnetError as failure:
    print(type(failure).__name__)
"""


def _program(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.changing_key", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _rows(folder: Path, key: VaultKey | None = None) -> dict[str, dict[str, int]]:
    """How many rows every table of both files holds, after both integrity checks."""
    key = key or open_keys(read_keys(folder), passphrase=PHRASE)
    counted: dict[str, dict[str, int]] = {}
    for name, use in FILES.items():
        engine = Engine.open(folder / name, derive_key(key, use=use))
        assert engine.damage() == []
        tables = {str(row[0]) for row in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables.discard("audit")  # each opening is a line of its own
        counted[name] = {table: int(engine.rows(f'SELECT count(*) FROM "{table}"')[0][0]) for table in tables}
        engine.close()
    return counted


def test_the_key_file_never_counts_two_keys(filled: Path) -> None:
    """While both are in it, exactly one is current, before and after."""
    pending, present, coming = next_keys(read_keys(filled), passphrase=PHRASE)
    read = KeyFile.decode(pending.encode())
    assert read.current.epoch == 1
    assert bytes(open_keys(read, passphrase=PHRASE).content) == bytes(present.content)
    ready = msgspec.structs.replace(read, next=msgspec.structs.replace(read.next, ready=True))
    assert ready.current.epoch == 2
    assert bytes(open_keys(ready, passphrase=PHRASE).content) == bytes(coming.content)
