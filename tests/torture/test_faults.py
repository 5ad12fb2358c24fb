"""Every writing call fails once, a thousand kills, ten thousand bits: nothing acknowledged is lost."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.faults import damages, shim, start
from tests.faults.running import told_by
from tests.faults.start import KEY, NOTEBOOK, START

KILLS, LONGEST, FLIPS, CUTS = 1000, 0.7, 10_000, 2000
WAYS = {"EIO:once": 1, "EIO:sticky": 1, "ENOSPC:once": 1, "ENOSPC:sticky": 1, "ENOSPC:short": 1}
RARER = {"EDQUOT:once": 3, "EROFS:once": 3}


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


@pytest.mark.parametrize("way", [*WAYS, *RARER])
def test_each_call_fails(home: Path, way: str) -> None:
    """Drafts, sheets, notes, a class list, a package, keys, the reserve: each call in its turn."""
    step = (WAYS | RARER)[way]
    *played, calls = told_by("sweep", home, step, 0, "plain", way, preload=shim.build(home))
    refused = Counter(line.split()[-1] for one in played for line in one["refused"])
    print(f"{way}: {len(played)} of {calls['calls']} calls, refused as {dict(refused)}")
    assert [one for one in played if one["wrong"]] == []


@pytest.mark.parametrize("way", ["EIO:once", "ENOSPC:sticky"])
def test_each_call_fails_while_copies_are_made(home: Path, way: str) -> None:
    """The same with a copy in each round: none is taken for whole that is not."""
    *played, calls = told_by("sweep", home, 11, 0, "copy", way, preload=shim.build(home))
    print(f"{way}, with copies: {len(played)} of {calls['calls']} calls")
    assert [one for one in played if one["wrong"]] == []


def test_a_thousand_kills(home: Path) -> None:
    """At random instants of everything."""
    seed = random.randrange(10**9)
    killed = told_by("kills", home, KILLS, LONGEST, seed)
    print(f"{len(killed)} kills, seed {seed}, up to {max(one['kept'] for one in killed)} things acknowledged")
    assert len(killed) == KILLS
    assert [one for one in killed if one["wrong"]] == []


def test_ten_thousand_bits(spoilt: tuple[Path, bytes]) -> None:
    """Of both databases at random, of the keys every one."""
    place, key = spoilt
    assert list(damages.unnoticed_flips(place, key, flips=FLIPS, chance=random.Random())) == []
    assert list(damages.unnoticed_flips_of_keys(place / NOTEBOOK, step=1)) == []
    print(f"{FLIPS} bits of the databases, {8 * (place / NOTEBOOK / 'keys.json').stat().st_size} of the keys")


def test_every_page_border(spoilt: tuple[Path, bytes]) -> None:
    """Cut there, or a byte beside it, nothing opens and nothing is written."""
    place, key = spoilt
    assert list(damages.unnoticed_cuts(place, place / NOTEBOOK, key, step=1)) == []


def test_two_thousand_power_cuts(home: Path) -> None:
    """What was synced is there, of the rest any part in any order: all that was acknowledged is found."""
    seed = random.randrange(10**9)
    cuts = told_by("power", home, CUTS, seed, preload=shim.build(home))
    print(f"{len(cuts)} power cuts, seed {seed}, at {len({one['cut'] for one in cuts})} different instants")
    assert len(cuts) == CUTS
    assert [one for one in cuts if one["wrong"]] == []
