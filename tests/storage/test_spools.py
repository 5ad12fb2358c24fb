"""What waits on the disk is read by nobody else, and is gone with whoever closes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import NoRoomToOpen, NotebookGone, SavingFailed, Stopped
from app.storage.notebook import Notebook
from app.storage.spool import Spool
from app.storage.spools import PREFIX, Spools
from tests.architecture.house import ROOT
from tests.exchange.pair import Made, reopened

CANARY = b"Colombe-Fuchsia"
FRAME = 64 << 10


def waiting(folder: Path) -> list[Path]:
    """The files of spools in a folder."""
    return sorted(folder.glob(f"{PREFIX}*"))


def filled(spools: Spools, content: bytes) -> Spool:
    """One that has been written to its end."""
    spool = spools.new()
    for start in range(0, len(content), 1000):
        spool.write(content[start : start + 1000])
    spool.end()
    return spool


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    """From anywhere, within a frame and over the border of two; nothing behind the end."""
    content = os.urandom(3 * FRAME + 17)
    spool = filled(Spools(tmp_path), content)
    for start, length in ((0, 5), (FRAME - 3, 6), (FRAME, FRAME), (10, 3 * FRAME), (3 * FRAME, 17), (9, 0)):
        assert spool.read(start, length) == content[start : start + length]
    with pytest.raises(SavingFailed):
        spool.read(3 * FRAME, 18)


def test_nothing_on_the_disk_can_be_read(tmp_path: Path) -> None:
    """0600, not a word in clear, and the same words twice are other bytes."""
    spool = filled(Spools(tmp_path), CANARY * 20_000)
    (path,) = waiting(tmp_path)
    raw = path.read_bytes()
    assert len(raw) > len(CANARY) * 20_000
    assert CANARY not in raw
    assert raw[:FRAME] != raw[FRAME + 16 : 2 * FRAME + 16]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert spool.read(0, len(CANARY)) == CANARY


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    """Each has its own."""
    spools = Spools(tmp_path)
    one, other = filled(spools, CANARY), filled(spools, CANARY)
    assert one.key != other.key
    with pytest.raises(SavingFailed):
        Spool(one.path, other.key, lent=True).read(0, 4)


@pytest.mark.parametrize("spoil", ["a bit", "cut", "swapped"])
def test_what_was_changed_on_the_disk_is_noticed(tmp_path: Path, spoil: str) -> None:
    """A bit, a piece that is missing, two frames that changed places."""
    spool = filled(Spools(tmp_path), os.urandom(3 * FRAME))
    sealed, size = bytearray(spool.path.read_bytes()), FRAME + 16
    if spoil == "a bit":
        sealed[size + 7] ^= 1
    elif spoil == "cut":
        del sealed[2 * size - 1 :]
    else:
        sealed[: 2 * size] = sealed[size : 2 * size] + sealed[:size]
    spool.path.write_bytes(sealed)
    with pytest.raises(SavingFailed):
        spool.read(FRAME, 10)


def test_it_goes_with_whoever_held_it(tmp_path: Path) -> None:
    """Closed, forgotten or closed with all the others: the file is gone, the key is overwritten."""
    spools = Spools(tmp_path)
    closed, forgotten, last = (filled(spools, CANARY) for _ in range(3))
    key, before = closed.key, bytes(bytearray(closed.key))
    closed.close()
    closed.close()
    assert key != before
    assert set(key) == {0}
    del forgotten
    assert waiting(tmp_path) == [last.path]
    spools.close()
    assert waiting(tmp_path) == []
    for use in (lambda: last.read(0, 1), lambda: last.write(bytes(FRAME)), spools.new):
        with pytest.raises(Stopped):
            use()
    assert waiting(tmp_path) == []


def test_a_lent_one_stays(tmp_path: Path) -> None:
    """The process that fills it leaves it to the one it works for."""
    spool = Spools(tmp_path).new()
    lent = Spool(spool.path, spool.key, lent=True)
    lent.write(CANARY)
    lent.end()
    lent.close()
    assert spool.read(0, len(CANARY)) == CANARY


def test_where_there_is_no_room_nothing_begins(tmp_path: Path) -> None:
    """Said before a byte is written, and when the disk fills up meanwhile."""
    with pytest.raises(NoRoomToOpen):
        Spools(tmp_path).new(room=1 << 60)
    assert waiting(tmp_path) == []
    full = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from app.errors import NoRoomToOpen\n"
        "from app.storage.spools import Spools\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "spool = Spools(Path(sys.argv[1])).new()\n"
        "try:\n    spool.write(bytes(200_000))\n"
        "except NoRoomToOpen:\n    print('no room')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", full, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "no room"
    assert waiting(tmp_path) == []


def test_a_folder_that_is_gone_is_called_gone(tmp_path: Path) -> None:
    """The stick was pulled out while the file was chosen."""
    with pytest.raises(NotebookGone):
        Spools(tmp_path / "gone").new()


def test_what_a_crash_left_is_gone_at_the_next_start(made_pair: tuple[Made, Made], tmp_path: Path) -> None:
    """A program that is killed takes nothing away; whoever opens the notebook next does."""
    killed = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app.storage.spools import Spools\n"
        "spool = Spools(Path(sys.argv[1])).new()\n"
        "spool.write(bytes(200_000))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", killed, str(made_pair[0].folder)], cwd=ROOT, check=False)
    (left,) = waiting(made_pair[0].folder)
    size = left.stat().st_size
    notebook = reopened(made_pair[0], tmp_path / "after")
    left.unlink()
    assert size > 100_000
    assert waiting(notebook.folder) == []
    notebook.close()


def test_the_lock_takes_it_away(notebook: Notebook) -> None:
    """Closing the notebook closes what waits in its folder."""
    spool = filled(notebook.spools, CANARY)
    notebook.close()
    assert waiting(notebook.folder) == []
    assert spool.is_closed
