"""Disks that fail and programs that are killed lose nothing acknowledged. At length: `make torture`."""

import random
import shutil
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from tests.faults import damages, running, shim, start
from tests.faults.left import Said, complaints
from tests.faults.running import told_by
from tests.faults.start import KEY, NOTEBOOK, START, opened


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notebook every fault begins with."""
    folder = tmp_path_factory.mktemp("faults")
    start.prepare(folder)
    return folder


@pytest.fixture
def spoilt(home: Path, tmp_path: Path) -> tuple[Path, bytes]:
    """A copy to be spoilt, and its key."""
    return Path(shutil.copytree(home / START, tmp_path / "spoilt")), (home / KEY).read_bytes()


def test_a_disk_that_fails_at_any_call_loses_nothing(home: Path) -> None:
    """Errors and a full disk, once and for good, in the middle of all kinds of work: all stays whole."""
    ways = ["EIO:once", "EIO:sticky", "ENOSPC:once", "ENOSPC:sticky"]
    first = random.Random().randrange(100)
    *played, calls = told_by("sweep", home, 100, first, "plain", *ways, preload=shim.build(home))
    assert calls["calls"] > 500
    assert len(played) > 20
    assert [one for one in played if one["wrong"]] == []
    assert any(one["refused"] for one in played), "the faults are felt"


def test_killed_in_the_middle_of_anything_loses_nothing(home: Path) -> None:
    """After kill -9 everything acknowledged is there, of everything under way all or nothing."""
    seed = random.randrange(10**9)
    killed = told_by("kills", home, 9, 0.7, seed)
    assert [one for one in killed if one["wrong"]] == [], seed
    assert max(one["kept"] for one in killed) > 3, "there was something to lose"


def test_a_power_cut_loses_nothing(home: Path) -> None:
    """Of what the system had not yet put on the disk any part is missing; what was acknowledged is there."""
    seed = random.randrange(10**9)
    cuts = told_by("power", home, 25, seed, preload=shim.build(home))
    assert [one for one in cuts if one["wrong"]] == [], seed
    assert max(one["kept"] for one in cuts) > 3, "there was something to lose"


def test_a_flipped_bit_is_noticed(spoilt: tuple[Path, bytes]) -> None:
    """One bit that is not what it was, anywhere in the notebook, the personal notes or the keys."""
    place, key = spoilt
    assert list(damages.unnoticed_flips(place, key, flips=60, chance=random.Random())) == []
    assert list(damages.unnoticed_flips_of_keys(place / NOTEBOOK, step=37)) == []


def test_a_file_cut_short_is_not_opened(spoilt: tuple[Path, bytes]) -> None:
    """Cut at the border of a page or beside it: refused, and left as it is."""
    place, key = spoilt
    assert list(damages.unnoticed_cuts(place, place / NOTEBOOK, key, step=15)) == []


@pytest.mark.parametrize("megabytes", [0, 1, 4, 16, 64])
def test_without_memory_nothing_is_lost(home: Path, spoilt: tuple[Path, bytes], megabytes: int) -> None:
    """However little memory is left, the program refuses or ends, and what was acknowledged is there."""
    place, key = spoilt
    done = running.run("memory", home, place, megabytes << 20)
    lines = [line for line in done.stdout.splitlines() if line.count(" ") > 1]
    said = Said([line for line in lines if not line.startswith("broken")])
    assert complaints(place, key, said) == []


CLOCKS = {"1970": 1970, "2038": 2039, "2100": 2100, "three hours ago": 2026}


@pytest.mark.parametrize("year", CLOCKS)
def test_a_wrong_clock_breaks_nothing(home: Path, spoilt: tuple[Path, bytes], year: str) -> None:
    """In any year, and back again: all is written, found and whole; what came later stays later."""
    place, key = spoilt
    now = datetime.now()
    there = now.replace(year=CLOCKS[year], day=min(now.day, 28)) if year != "three hours ago" else now
    shift = int((there - now).total_seconds()) - (3 * 3600 if there == now else 0)
    library, lines = shim.build(home, "clock"), []
    for number, by in enumerate((0, shift, 0)):
        done = running.run("clock", home, place, number, LD_PRELOAD=library, CARNET_CLOCK=str(by))
        assert done.returncode == 0, done.stderr[-2000:]
        *told, seen = done.stdout.splitlines()
        assert int(seen) == (CLOCKS[year] if by and there != now else now.year)
        lines += told
    assert [line for line in lines if not line.startswith(("tried", "kept"))] == []
    assert complaints(place, key, Said(lines)) == []
    notebook, personal = opened(place, key)
    with notebook.change():
        student = notebook.students.list()[0]
        saved = notebook.students.save(msgspec.structs.replace(student, used_name="Ina"))
    assert notebook.students.get(student.id) == saved
    assert saved.revision in {revision.id for revision in notebook.history.of(student.id)}
    personal.close()
    notebook.close()
