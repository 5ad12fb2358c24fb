"""Room kept free for the day the drive is full."""

import shutil
import stat
from pathlib import Path

import pytest

from app.errors import DiskFull
from app.models.task import Task
from app.storage.notebook import Notebook
from app.storage.reserve import NAME, SIZE, Reserve
from tests.builders import PHRASE
from tests.storage.test_full_disk import small_drive
from tests.stories.bad_input.causes import filled


def test_it_takes_its_room_and_gives_it_back(tmp_path: Path) -> None:
    """Four megabytes that nothing can press smaller, its owner's alone; given back they are free."""
    reserve = Reserve(tmp_path)
    assert not reserve.held
    assert not reserve.release()
    assert reserve.fill()
    file = tmp_path / NAME
    assert file.stat().st_size == SIZE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(set(file.read_bytes()[:: SIZE // 1000])) > 200
    assert reserve.release()
    assert list(tmp_path.iterdir()) == []


def test_a_piece_of_it_is_made_whole(tmp_path: Path) -> None:
    """What a kill left of it counts for nothing and is made anew."""
    (tmp_path / NAME).write_bytes(b"x" * 1000)
    reserve = Reserve(tmp_path)
    assert not reserve.held
    assert reserve.fill()
    assert reserve.held


def test_it_is_made_once(tmp_path: Path) -> None:
    """A reserve that is there is left as it is: nothing is written at each opening."""
    reserve = Reserve(tmp_path)
    reserve.fill()
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert reserve.fill()
    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_where_nothing_can_be_written_there_is_none(tmp_path: Path) -> None:
    """A folder that is gone has neither reserve nor room, and nothing breaks."""
    reserve = Reserve(tmp_path / "gone")
    assert not reserve.fill()
    assert reserve.room is None
    assert not reserve.release()


def _saves(notebook: Notebook) -> bool:
    try:
        with notebook.change():
            notebook.tasks.save(Task(text="x" * 2000))
    except DiskFull:
        return False
    return True


@pytest.fixture
def stick(tmp_path: Path):
    """A drive of sixteen megabytes, or None for who may not mount one."""
    with small_drive(tmp_path / "stick", 16) as drive:
        yield drive


def test_on_a_full_drive_it_lets_one_save_and_delete(
    folder: Path, stick: Path | None, tmp_path: Path
) -> None:
    """Full to the last byte, neither saving nor deleting works; with the reserve given back, both do.

    Who may not mount a small drive sees at least that the room is free again.
    """
    place = Path(shutil.copytree(folder, (stick or tmp_path) / "carnet"))
    notebook = Notebook.open(place, passphrase=PHRASE)
    with notebook.change():
        kept = notebook.tasks.save(Task(text="à garder"))
    assert notebook.reserve.fill()
    if stick is not None:
        ballast = filled(stick)
        assert not _saves(notebook)
        with pytest.raises(DiskFull), notebook.change():
            notebook.tasks.remove(kept.id)
        assert not notebook.reserve.fill() or notebook.reserve.held
    assert notebook.reserve.release()
    assert _saves(notebook)
    with notebook.change():
        notebook.tasks.remove(kept.id)
    if stick is not None:
        assert not notebook.reserve.fill(), "what was just given back is not taken again"
        ballast.unlink()
    assert notebook.reserve.fill()
    assert notebook.damage() == []
    notebook.close()
