"""One window at a time on one notebook, whatever happens to the window."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import NotebookInUse, NotebookUnreadable
from app.storage.lock import NAME, NotebookLock

HOLDER = """
import subprocess, sys
from pathlib import Path
from app.storage.lock import NotebookLock
lock = NotebookLock(Path(sys.argv[1]))
lock.acquire()
child = subprocess.Popen(["sleep", "60"])
print(child.pid, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second program that holds the lock, and has started a child of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    child = int(process.stdout.readline())
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()
        os.kill(child, signal.SIGKILL)


def test_a_second_window_is_refused(tmp_path):
    """While another program holds the notebook, this one is told at once and can try again."""
    lock = NotebookLock(tmp_path)
    with another_window(tmp_path):
        for _ in range(2):
            with pytest.raises(NotebookInUse):
                lock.acquire()
    with lock:
        pass


def test_a_killed_window_locks_nobody_out(tmp_path):
    """After kill -9 the notebook opens at once, even while a child of the killed program lives on."""
    with another_window(tmp_path) as process:
        process.kill()
        process.wait()
        with NotebookLock(tmp_path):
            pass


def test_the_same_program_cannot_open_it_twice(tmp_path):
    """A second window of the same program is refused like any other."""
    first = NotebookLock(tmp_path)
    first.acquire()
    with pytest.raises(NotebookInUse):
        NotebookLock(tmp_path).acquire()
    with pytest.raises(NotebookInUse):
        first.acquire()
    first.release()
    with NotebookLock(tmp_path):
        pass


def test_releasing_is_harmless(tmp_path):
    """Letting go of what is not held does nothing."""
    lock = NotebookLock(tmp_path)
    lock.release()
    lock.acquire()
    lock.release()
    lock.release()


def test_the_lock_file_is_private_and_empty(tmp_path):
    """Only its owner reads the file, and it says nothing."""
    with NotebookLock(tmp_path):
        pass
    file = tmp_path / NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == b""


def test_a_leftover_file_is_no_lock(tmp_path):
    """A file from before, or from a copied folder, keeps nobody out and keeps its content."""
    (tmp_path / NAME).write_text("12345")
    with NotebookLock(tmp_path):
        pass
    assert (tmp_path / NAME).read_text() == "12345"


def test_nothing_is_created_where_there_is_no_notebook(tmp_path):
    """A folder that is not there stays so."""
    with pytest.raises(NotebookUnreadable):
        NotebookLock(tmp_path / "absent").acquire()
    assert list(tmp_path.iterdir()) == []


def test_a_planted_link_is_not_followed(tmp_path):
    """A link in the place of the lock file does not lead elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / NAME).symlink_to(elsewhere)
    with pytest.raises(NotebookUnreadable):
        NotebookLock(tmp_path).acquire()
    assert not elsewhere.exists()
