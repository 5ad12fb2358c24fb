"""keys.json on the disk: always one that opens, and nothing left of an earlier phrase."""

import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import KeysDamaged, KeysMissing, KeysNotWritten, NotebookTooNew, NotebookUnreadable
from app.security import checked_json, key_file, slots
from app.security.slots import KeyFile, open_keys
from tests.security.conftest import NEXT_PHRASE, PHRASE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the keys of an empty notebook folder will lie."""
    folder = tmp_path / "notebook"
    folder.mkdir()
    return folder / key_file.NAME


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file grows beyond `room` bytes, as on a disk that has just filled up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(path: Path) -> set[str]:
    """What lies in the notebook's folder."""
    return {each.name for each in path.parent.iterdir()}


def test_what_is_written_is_read(path, keys):
    """A new key file reads back equal, belongs to its owner only, and lies alone."""
    key_file.write(path, keys)
    assert key_file.read(path) == keys
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(path) == {"keys.json"}


def test_a_change_leaves_nothing_of_the_former_keys(path, keys, changed):
    """After a change of phrase no file opens with the old one."""
    key_file.write(path, keys)
    key_file.write(path, changed)
    assert key_file.read(path) == changed
    assert names(path) == {"keys.json"}


def test_reading_writes_nothing(path, keys):
    """Looking at keys, whole or not, changes no file."""
    key_file.write(path, keys)
    (path.parent / "keys.json.bak").write_bytes(keys.encode())
    before = {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in path.parent.iterdir()}
    key_file.read(path)
    assert {e.name: (e.read_bytes(), e.stat().st_mtime_ns) for e in path.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("main", "bak", "expected"),
    [
        ("whole", "missing", "main"),
        ("whole", "whole", "main"),
        ("whole", "damaged", "main"),
        ("missing", "whole", "bak"),
        ("damaged", "whole", "bak"),
        ("empty", "whole", "bak"),
        ("too new", "whole", NotebookTooNew),
        ("folder", "whole", NotebookUnreadable),
        ("missing", "missing", KeysMissing),
        ("missing", "damaged", KeysMissing),
        ("damaged", "missing", KeysDamaged),
        ("empty", "missing", KeysDamaged),
        ("damaged", "damaged", KeysDamaged),
        ("damaged", "folder", KeysDamaged),
        ("damaged", "too new", NotebookTooNew),
        ("folder", "missing", NotebookUnreadable),
    ],
)
def test_which_file_counts(path, keys, changed, main, bak, expected):
    """A whole file always counts; the copy stands in only for a missing or damaged one."""
    put(path, main, changed)
    put(path.with_name("keys.json.bak"), bak, keys)
    if isinstance(expected, str):
        assert key_file.read(path) == {"main": changed, "bak": keys}[expected]
    else:
        with pytest.raises(expected):
            key_file.read(path)


def put(path: Path, state: str, keys: KeyFile) -> None:
    """Bring a key file into a state."""
    raw = keys.encode()
    if state == "folder":
        path.mkdir()
    elif state != "missing":
        path.write_bytes(
            {
                "whole": raw,
                "empty": b"",
                "damaged": raw[:200] + b"?" + raw[201:],
                "too new": checked_json.encode({"format": slots.FORMAT + 1}),
            }[state]
        )


@pytest.mark.parametrize("main", ["whole", "missing", "damaged", "empty"])
def test_keys_that_opened_become_the_only_ones(path, keys, changed, main):
    """Whatever an interrupted writing left, after opening one whole file lies there alone."""
    put(path, main, changed)
    (path.parent / "keys.json.bak").write_bytes(keys.encode())
    (path.parent / ".keys.json.0a1b2c3d.new").write_bytes(b"half")
    (path.parent / ".keys.json.bak.0a1b2c3d.new").write_bytes(b"half")
    opened = key_file.read(path)
    key_file.settle(path, opened)
    assert names(path) == {"keys.json"}
    assert key_file.read(path) == opened == (changed if main == "whole" else keys)


def test_settling_never_stops_an_opening(path, keys, changed):
    """On a drive that refuses, the keys that open stay and nothing is raised."""
    put(path, "damaged", changed)
    (path.parent / "keys.json.bak").write_bytes(keys.encode())
    with full_disk(room=100):
        key_file.settle(path, key_file.read(path))
    assert key_file.read(path) == keys


def test_settling_leaves_other_files_alone(path, keys):
    """Only what belongs to the keys is removed."""
    key_file.write(path, keys)
    others = {"notebook.db", "keys.json.old", ".other.new", "keys.json.new"}
    for name in others:
        (path.parent / name).touch()
    key_file.settle(path, keys)
    assert names(path) == {"keys.json"} | others


@pytest.mark.parametrize("room", [0, 1, 100, 500])
def test_a_full_disk_keeps_the_former_keys(path, keys, changed, room):
    """Where the new keys do not fit, the old phrase goes on opening and one is told."""
    key_file.write(path, keys)
    with full_disk(room), pytest.raises(KeysNotWritten):
        key_file.write(path, changed)
    assert key_file.read(path) == keys
    assert names(path) == {"keys.json"}


def test_an_older_leftover_never_comes_back(path, keys, changed):
    """When writing fails, a copy left by an earlier accident does not replace the keys of today."""
    key_file.write(path, changed)
    (path.parent / "keys.json.bak").write_bytes(keys.encode())
    with full_disk(room=100), pytest.raises(KeysNotWritten):
        key_file.write(path, changed)
    assert key_file.read(path) == changed


def test_no_folder_no_keys(path, keys):
    """Keys are not written where there is no notebook folder."""
    path.parent.rmdir()
    with pytest.raises(KeysNotWritten):
        key_file.write(path, keys)
    with pytest.raises(KeysMissing):
        key_file.read(path)


def test_keys_of_a_newer_version_are_not_overwritten(path, keys):
    """An older program leaves what it does not understand."""
    put(path, "too new", keys)
    before = path.read_bytes()
    with pytest.raises(NotebookTooNew):
        key_file.write(path, keys)
    assert path.read_bytes() == before


def interrupted(*arguments: object) -> None:
    """Run the program whose children die."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.interrupted", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_kill_at_any_line_leaves_the_old_or_the_new_keys(tmp_path, keys, changed):
    """Killed before any line of the writing, one whole key file is there; the next opening tidies."""
    start = tmp_path / "start"
    start.mkdir()
    key_file.write(start / key_file.NAME, keys)
    (tmp_path / "changed").write_bytes(changed.encode())
    interrupted("lines", tmp_path, tmp_path / "changed")
    found = []
    for number in range(1, len(list(tmp_path.iterdir())) - 1):
        path = tmp_path / str(number) / key_file.NAME
        assert path.exists()
        found.append(key_file.read(path))
        assert found[-1] in (keys, changed)
        key_file.settle(path, found[-1])
        assert names(path) == {"keys.json"}
        assert key_file.read(path) == found[-1]
    assert len(found) > 20
    assert found[0] == keys
    assert found[-1] == changed
    assert found == sorted(found, key=(keys, changed).index)


def test_a_kill_while_changing_the_phrase_never_locks_anybody_out(tmp_path, keys):
    """Killed at 20 random instants of changing the phrase to and fro, the old or the new one opens."""
    start = tmp_path / "start"
    start.mkdir()
    key_file.write(start / key_file.NAME, keys)
    interrupted("instants", tmp_path, 20, PHRASE, NEXT_PHRASE)
    for number in range(20):
        found = key_file.read(tmp_path / str(number) / key_file.NAME)
        assert found.vault_id == keys.vault_id
        if found != keys:
            assert opens(found, NEXT_PHRASE) or opens(found, PHRASE)


def opens(found: KeyFile, phrase: str) -> bool:
    """Whether a phrase opens these keys."""
    try:
        open_keys(found, passphrase=phrase).clear()
    except slots.WrongPassphrase:
        return False
    return True
